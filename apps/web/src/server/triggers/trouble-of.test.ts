import { expect, it } from 'vitest';
import { troubleOf, type TriggerFacts } from './trouble-of.ts';

const now = new Date('2026-11-30T12:00:00.000Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const polled: TriggerFacts = {
  kind: 'change',
  liveSince: minutesAgo(600),
  polledAt: minutesAgo(1),
  everyMs: 60_000,
  failureMessage: null,
  failingSince: null,
  restartedAt: null,
  restartedFrom: null,
  hookRefusedAt: null,
  hookRefusal: null,
  waiting: null,
};
const told: TriggerFacts = { ...polled, kind: 'webhook', polledAt: null, everyMs: null };
const waiting = { count: 2, oldestAt: minutesAgo(6), reason: 'The connection ERP is paused.' };

it.each<readonly [string, TriggerFacts, string | undefined]>([
  ['a poll on time', polled, undefined],
  ['a webhook that nobody sent yet', told, undefined],
  ['a poll that is slightly late', { ...polled, polledAt: minutesAgo(4) }, undefined],
  ['events that wait for a moment', { ...told, waiting: { ...waiting, oldestAt: minutesAgo(4) } }, undefined],
  ['a restart of the day before yesterday', { ...polled, restartedAt: minutesAgo(2900) }, undefined],
  ['a failure', { ...polled, failureMessage: 'No such view.' }, 'cannot look for changes: No such view.'],
  [
    'a poll that no worker does',
    { ...polled, polledAt: minutesAgo(6) },
    'has not been looked after for longer than it should',
  ],
  [
    'refused webhooks',
    { ...told, hookRefusal: 'The signature is wrong.' },
    'its webhooks are refused: The signature is wrong.',
  ],
  ['events that wait', { ...told, waiting }, '2 events wait for the record to be read: The connection ERP is paused.'],
  [
    'a cursor that was gone',
    { ...polled, restartedAt: minutesAgo(30), restartedFrom: minutesAgo(60) },
    'the system had lost our place, and changes were read again from 2026-11-30T11:00:00.000Z; look whether any are missing',
  ],
])('says what is wrong with a trigger: %s', (_title, facts, trouble) => {
  expect(troubleOf(facts, now)).toBe(trouble);
});
