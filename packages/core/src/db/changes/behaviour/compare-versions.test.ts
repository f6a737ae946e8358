import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';
import type { BehaviourSample } from './sample.ts';

const limits = { nowMs: 0, stepsPerEvaluation: 10_000, stepsLeft: 1_000_000 };
const version = (text: string) => ({ text, valueMaps: {} });
const saved = (name: string, input: unknown): BehaviourSample => ({ name, origin: 'test', given: { input } });
const record = (name: string, input: unknown): BehaviourSample => ({ name, origin: 'record', given: { input } });

/** Never stops taking steps. */
const bomb = '($loop := function($n) { $loop($n + 1) }; { "a": $loop(1) })';

const compare = (
  before: string,
  after: string,
  samples: readonly BehaviourSample[],
  more: Partial<typeof limits> = {},
) => compareVersions({ ...limits, ...more, before: version(before), after: version(after), samples });

test('records are masked before they are mapped, and equal inputs count once', () => {
  const person = { contact: { email: 'jane.doe@client.example', name: 'Jane Doe' }, amount: 5 };
  const { report } = compare(
    '{ "to": contact.email, "amount": amount }',
    '{ "to": contact.email, "amount": amount + 1 }',
    [record('Jane Doe', person), record('again', person), saved('other', { amount: 5 })],
  );
  expect(report).toMatchObject({ compared: 2, fromTests: 1, different: 2 });
  expect(report.fields.map(({ field, records }) => [field, records])).toEqual([['amount', 2]]);
  const shown = compare('{}', '{ "to": contact.email, "who": contact.name }', [record('Jane Doe', person)]).report;
  expect(shown.fields.map(({ field }) => field)).toEqual(['to', 'who']);
  expect(JSON.stringify(shown)).not.toMatch(/jane|doe/i);
});

test('the input of a write step is computed from what the run knew, and is left out when that fails', () => {
  const given = (expression: string): BehaviourSample => ({
    name: 'Deal',
    origin: 'record',
    given: { expression, trigger: { Id: '006' }, steps: { read: { Amount: 7 } } },
  });
  const samples = [
    given('{ "id": $trigger.Id, "amount": $steps.read.Amount }'),
    given('$steps.other'),
    given('$error("no")'),
  ];
  expect(compare('{ "a": id & amount }', '{ "a": id & amount & "!" }', samples).report).toEqual({
    compared: 1,
    fromTests: 0,
    different: 1,
    failInBoth: 0,
    fields: [
      {
        field: 'a',
        records: 1,
        counts: { changed: 1 },
        examples: [{ sample: 'Deal', origin: 'record', effect: 'changed', before: '"0067"', after: '"0067!"' }],
      },
    ],
  });
});

test('equal inputs give an equal report: the clock stands', () => {
  const twice = [1, 2].map(() => compare('{ "at": $now() }', '{ "at": $now(), "ms": $millis() }', [saved('one', {})]));
  expect(twice[0]).toEqual(twice[1]);
  expect(twice[0]?.report.fields.map(({ field, examples }) => [field, examples[0]?.after])).toEqual([['ms', '0']]);
});

test('a text that cannot be parsed fails on every record', () => {
  const { report } = compare('{ "a": 1 }', '{ "a": ', [saved('one', {}), saved('two', { a: 1 })]);
  expect(report.fields.map(({ field, counts }) => [field, counts])).toEqual([['', { failed: 2 }]]);
});

test('a mapping that never ends is stopped on each record, and what is left out for lack of steps is counted', () => {
  const samples = Array.from({ length: 200 }, (_, index) => saved(`sample ${index}`, { index }));
  const { report, stepsLeft } = compare('{ "a": 1 }', bomb, samples, { stepsLeft: 100_000 });
  const [whole] = report.fields;
  expect(report.compared).toBeLessThan(15);
  expect(whole?.counts).toEqual({ failed: report.compared, 'not-compared': 200 - report.compared });
  expect(stepsLeft).toBeLessThanOrEqual(0);
  expect(compare(bomb, bomb, samples, { stepsLeft: 100_000 }).report.fields[0]?.counts).toEqual({
    'not-compared': 200,
  });
});
