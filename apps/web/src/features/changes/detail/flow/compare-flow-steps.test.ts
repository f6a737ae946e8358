import { expect, it } from 'vitest';
import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { compareFlowSteps, countEffects } from './compare-flow-steps.ts';

const check = (amount: string) => ({
  id: 'check',
  kind: 'check',
  name: 'Checks',
  config: { rules: [{ code: 'NO_AMOUNT', message: 'There is no amount.', assert: amount }] },
});
const say = (id: string) => ({
  id,
  kind: 'notify',
  name: `Say ${id}`,
  config: { to: '"ops"', subject: '"s"', body: '"b"' },
});
const flow = (body: readonly unknown[], timeout = 'PT1H', name = 'A deal is won'): FlowDocument =>
  flowSchema.parse({ format: 1, trigger: { kind: 'manual', name }, settings: { timeout }, body });

it('gathers what happened to each step, in the order in which a reader meets them', () => {
  const before = flow([check('Amount > 0'), say('one'), say('gone'), say('two')]);
  const after = flow(
    [{ ...check('Amount > 1'), name: 'Stricter checks' }, say('one'), say('two'), say('fresh')],
    'PT2H',
    'A deal is closed',
  );
  const changes = compareFlowSteps(before, after);
  expect(changes).toEqual([
    {
      id: '@settings',
      name: 'Flow settings',
      effects: ['changed'],
      fields: [{ label: ['Timeout'], pointer: '/settings/timeout', before: 'PT1H', after: 'PT2H' }],
    },
    {
      id: '@trigger',
      name: 'A deal is closed',
      effects: ['changed'],
      fields: [{ label: ['Name'], pointer: '/trigger/name', before: 'A deal is won', after: 'A deal is closed' }],
    },
    {
      id: 'check',
      name: 'Stricter checks',
      kind: 'check',
      effects: ['changed'],
      fields: [
        { label: ['Name'], pointer: '/name', before: 'Checks', after: 'Stricter checks' },
        {
          label: ['Rules', 'NO_AMOUNT', 'Must hold'],
          pointer: '/config/rules/0/assert/value',
          before: 'Amount > 0',
          after: 'Amount > 1',
        },
      ],
    },
    {
      id: 'gone',
      name: 'Say gone',
      kind: 'notify',
      effects: ['removed'],
      fields: [],
    },
    { id: 'fresh', name: 'Say fresh', kind: 'notify', effects: ['added'], fields: [] },
  ]);
  expect(countEffects(changes)).toEqual([
    { effect: 'added', count: 1 },
    { effect: 'removed', count: 1 },
    { effect: 'changed', count: 3 },
  ]);
});

it('says for a step that was moved and changed where it was, where it is, and what changed', () => {
  const each = (inner: readonly unknown[]) => ({
    id: 'each',
    kind: 'for-each',
    name: 'Each line',
    config: { items: '$trigger.lines' },
    bodies: { each: inner },
  });
  const before = flow([each([say('two')]), say('one')]);
  const after = flow([each([say('two'), { ...say('one'), note: 'Per line.' }])]);
  expect(compareFlowSteps(before, after)).toEqual([
    {
      id: 'one',
      name: 'Say one',
      kind: 'notify',
      effects: ['changed', 'moved'],
      fields: [{ label: ['Note'], pointer: '/note', after: 'Per line.' }],
      moved: { from: 'after “Each line”', to: 'after “Say two” in “Each item” of “Each line”' },
    },
  ]);
});

it('is empty for equal flows', () => {
  expect(compareFlowSteps(flow([say('one')]), flow([say('one')]))).toEqual([]);
});

it('says of a step that it was switched off or on, in place of a changed field', () => {
  const off = { ...say('one'), disabled: true };
  expect(compareFlowSteps(flow([say('one')]), flow([off]))).toEqual([
    { id: 'one', name: 'Say one', kind: 'notify', effects: ['switched off'], fields: [] },
  ]);
  expect(compareFlowSteps(flow([off]), flow([say('one')]))).toEqual([
    { id: 'one', name: 'Say one', kind: 'notify', effects: ['switched on'], fields: [] },
  ]);
});
