import { expect, test } from 'vitest';
import { flowSchema } from '@throughline/core/flow';
import { failedStep, pathReasons, type PathOfRun } from './path-reasons.ts';

const notify = (id: string, more: object = {}) => ({
  id,
  name: id,
  kind: 'notify',
  config: { to: '"operator"', subject: '"x"', body: '"x"' },
  ...more,
});

const flow = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    notify('first', { bodies: { onError: [notify('lane')] } }),
    {
      id: 'way',
      name: 'Which way',
      kind: 'branch',
      config: { cases: [{ slot: 'gb', title: 'Great Britain', when: '$trigger.gb' }] },
      bodies: { gb: [notify('inGb')], otherwise: [notify('inOther')] },
    },
    {
      id: 'loop',
      name: 'Each line',
      kind: 'for-each',
      config: { items: '$trigger.lines' },
      bodies: { each: [notify('inLoop')] },
    },
    { id: 'stop', name: 'Stop here', kind: 'raise', config: { code: 'STOP', message: '"Stop."' } },
    notify('never'),
  ],
  settings: {},
});

type Row = PathOfRun['steps'][number];
const row = (stepId: string, more: Partial<Row> = {}): Row => ({
  stepId,
  path: stepId,
  state: 'succeeded',
  errorCode: null,
  taken: null,
  items: null,
  ...more,
});
const reasons = (steps: readonly Row[], more: Partial<PathOfRun> = {}) =>
  Object.fromEntries(pathReasons(flow, { state: 'succeeded', errorCode: null, errorMessage: null, steps, ...more }));

test('each step that was not on the path says why: the way that was taken, an empty list, and what did not fail', () => {
  const steps = [
    row('first'),
    row('way', { taken: 'gb' }),
    row('inGb'),
    row('loop', { items: 0 }),
    row('stop', { state: 'failed', errorCode: 'STOP' }),
  ];
  expect(reasons(steps, { state: 'failed', errorCode: 'STOP' })).toEqual({
    lane: '“first” did not fail.',
    inOther: '“Which way” took “Great Britain”.',
    inLoop: 'The list of “Each line” is empty.',
    never: 'The test ended at “Stop here”.',
  });
});

test('what comes behind a failure says where the test stopped', () => {
  const failed = { state: 'failed', errorCode: 'NO' } as const;
  const steps = [row('first'), row('way', { taken: 'otherwise', ...failed }), row('inOther', failed)];
  expect(reasons(steps, failed)).toMatchObject({
    inGb: '“Which way” took “Otherwise”.',
    loop: 'The test stopped at “inOther”.',
    inLoop: 'The test stopped at “inOther”.',
  });
  expect(failedStep({ steps, errorCode: 'NO' })).toBe('inOther');
  expect(failedStep({ steps: [], errorCode: 'NO' })).toBeUndefined();
});

test('steps inside one that is disabled, pinned or before the beginning of the test say so', () => {
  const inside = (state: Row['state']) => reasons([row('first'), row('loop', { state })])['inLoop'];
  expect([inside('disabled'), inside('pinned'), inside('skipped')]).toEqual([
    '“Each line” is disabled.',
    '“Each line” gave its pinned output.',
    'The test began behind “Each line”.',
  ]);
  expect(reasons([row('first')], { state: 'cancelled' })['loop']).toBe('The test was cancelled before this step.');
});

test('a branch in a loop took several ways', () => {
  const inLoop = [row('way', { taken: 'gb' }), row('way', { taken: 'otherwise', path: 'loop[1].way' })];
  expect(reasons(inLoop)).not.toHaveProperty('inOther', expect.stringContaining('took'));
});
