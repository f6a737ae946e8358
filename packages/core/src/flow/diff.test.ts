import { describe, expect, test } from 'vitest';
import { flowSchema, type FlowDocument } from './definition.ts';
import { diffFlows } from './diff.ts';
import { diffValues } from './diff-values.ts';
import { deleteStep, insertStep, moveSteps, renameStepId } from './edit.ts';
import { validFlow } from '../../testing/flow/sample-flow.ts';
import { edited, type Edits } from '../../testing/flow/problem-case.ts';

const before = flowSchema.parse(validFlow());
const after = (edits: Edits): FlowDocument => flowSchema.parse(edited(validFlow(), edits));

describe('the difference of two flows', () => {
  test('equal flows have no difference, even when their keys are in another order', () => {
    const reordered = JSON.parse(JSON.stringify(before), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as unknown;
    expect(diffFlows(before, flowSchema.parse(reordered))).toEqual([]);
  });

  test('values within steps, the trigger and the settings are reported', () => {
    const later = after({
      '/body/1/bodies/big/0/config/key': '$trigger.Other',
      '/body/3/name': 'Write the customer',
      '/body/3/config/mapping': undefined,
      '/body/3/config/record': '$trigger',
      '/trigger/object': 'Line',
      '/settings/orderingKey': 'Id',
    });
    expect(diffFlows(before, later)).toEqual([
      { kind: 'flow-changed', pointer: '/trigger/object', before: 'Deal', after: 'Line' },
      { kind: 'flow-changed', pointer: '/settings/orderingKey', after: 'Id' },
      {
        kind: 'changed',
        stepId: 'look',
        name: 'Look up',
        pointer: '/body/1/bodies/big/0/config/key/value',
        before: '$trigger.Terms__x',
        after: '$trigger.Other',
      },
      {
        kind: 'changed',
        stepId: 'writeCustomer',
        name: 'Write the customer',
        pointer: '/body/3/name',
        before: 'Write customer',
        after: 'Write the customer',
      },
      {
        kind: 'changed',
        stepId: 'writeCustomer',
        name: 'Write the customer',
        pointer: '/body/3/config/mapping',
        before: 'deal-to-customer',
      },
      {
        kind: 'changed',
        stepId: 'writeCustomer',
        name: 'Write the customer',
        pointer: '/body/3/config/record',
        after: { kind: 'data', value: '$trigger' },
      },
    ]);
  });

  test('an inserted and a deleted step are reported, but not the steps that they push aside', () => {
    const step = { id: 'pause', kind: 'wait', name: 'Pause', config: { for: { what: 'duration', duration: 'PT1M' } } };
    const inserted = insertStep(before, { address: { in: 'flow' }, index: 1 }, step as never);
    expect(diffFlows(before, inserted)).toEqual([
      { kind: 'added', stepId: 'pause', name: 'Pause', pointer: '/body/1' },
    ]);
    expect(diffFlows(before, deleteStep(before, 'route'))).toEqual([
      { kind: 'removed', stepId: 'route', name: 'Big?', pointer: '/body/1' },
      { kind: 'removed', stepId: 'look', name: 'Look up', pointer: '/body/1/bodies/big/0' },
    ]);
  });

  test('a move within a body or into another one reports only the moved step', () => {
    const toEnd = moveSteps(before, ['readDeal'], { address: { in: 'flow' }, index: 5 });
    expect(diffFlows(before, toEnd)).toEqual([
      { kind: 'moved', stepId: 'readDeal', name: 'Read deal', from: '/body/0', to: '/body/4' },
    ]);
    const inside = moveSteps(before, ['sub'], {
      address: { in: 'step', stepId: 'route', slot: 'otherwise' },
      index: 0,
    });
    expect(diffFlows(before, inside)).toEqual([
      { kind: 'moved', stepId: 'sub', name: 'Sub-flow', from: '/body/4', to: '/body/1/bodies/otherwise/0' },
    ]);
  });

  test('a renamed id is another step, and whatever refers to it changes', () => {
    const renamed = diffFlows(before, renameStepId(before, 'writeCustomer', 'saveCustomer'));
    expect(renamed.map((change) => [change.kind, 'stepId' in change ? change.stepId : undefined])).toEqual([
      ['removed', 'writeCustomer'],
      ['added', 'saveCustomer'],
      ['moved', 'warn'],
      ['changed', 'warn'],
      ['changed', 'sub'],
    ]);
  });

  test('a new flow reports all of its steps', () => {
    expect(diffFlows(undefined, before).map((change) => change.kind)).toEqual(Array.from({ length: 8 }, () => 'added'));
  });
});

describe('the difference of two values', () => {
  test('compares named rows by their name', () => {
    const rows = (...keys: string[]) => ({ entries: keys.map((key) => ({ key, value: key.length })) });
    expect(diffValues(rows('a', 'b', 'c'), rows('a', 'new', 'c', 'b'))).toEqual([
      { pointer: '/entries/1', after: { key: 'new', value: 3 } },
      { pointer: '/entries', before: ['a', 'b', 'c'], after: ['a', 'c', 'b'] },
    ]);
    expect(diffValues(rows('a', 'b'), { entries: [{ key: 'b', value: 9 }] })).toEqual([
      { pointer: '/entries/0', before: { key: 'a', value: 1 } },
      { pointer: '/entries/0/value', before: 1, after: 9 },
    ]);
  });

  test('a step with another name is the same step', () => {
    const body = (...names: string[]) => ({ body: names.map((name, index) => ({ id: `s${index}`, name })) });
    expect(diffValues(body('Read', 'Write'), body('Read', 'Write it'))).toEqual([
      { pointer: '/body/1/name', before: 'Write', after: 'Write it' },
    ]);
  });

  test('compares other lists by position, and escapes names', () => {
    expect(diffValues({ 'a/b': [1, 2] }, { 'a/b': [1, 3, null] })).toEqual([
      { pointer: '/a~1b/1', before: 2, after: 3 },
      { pointer: '/a~1b/2', after: null },
    ]);
    expect(diffValues({ a: null }, { a: {} })).toEqual([{ pointer: '/a', before: null, after: {} }]);
  });
});
