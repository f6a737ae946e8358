import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { expect, test } from 'vitest';
import { demoData } from '../../../testing/designer/demo-data.ts';
import { fixOf } from './problem-fix.ts';
import { problemsOf } from './problems.ts';
import { readFlow } from './read-flow.ts';

const data = demoData();

const fixes = (body: readonly unknown[]) => {
  const flow = readFlow({
    format: 2,
    trigger: { kind: 'webhook', name: 'Deal', connection: 'salesforce', object: 'Opportunity' },
    body,
  }) as FlowDocument;
  return problemsOf(flow, data).map((problem) => fixOf(problem, flow));
};

const notify = (id: string, subject: string, more: object = {}) => ({
  id,
  name: id,
  kind: 'notify',
  config: {
    to: { kind: 'literal', value: 'operator' },
    subject: { kind: 'data', value: subject },
    body: { kind: 'data', value: '$trigger.Id' },
  },
  ...more,
});

const map = (mapping: string) => ({ id: 'map', name: 'Map', kind: 'map', config: { mapping, input: '$trigger' } });

test('the fix of an empty field opens it, and says what to do there', () => {
  expect(fixes([{ ...map(''), config: { mapping: '', input: { kind: 'data', value: '$trigger' } } }])).toEqual([
    { label: 'Choose the mapping', does: 'open', field: '/mapping' },
  ]);
  expect(fixes([{ id: 'read', name: 'Read', kind: 'read', config: {} }])).toEqual([
    { label: 'Choose the connection', does: 'open', field: '/connection' },
    { label: 'Choose the object', does: 'open', field: '/object' },
    { label: 'Fill in “Find › Value”', does: 'open', field: '/find/value/value' },
  ]);
});

test('what does not exist is chosen again, or created', () => {
  expect(fixes([map('nowhere')])).toEqual([{ label: 'Choose or create the mapping', does: 'open', field: '/mapping' }]);
  const lookup = { id: 'look', name: 'Look', kind: 'lookup', config: { valueMap: 'none', key: '$trigger.Id' } };
  expect(fixes([lookup])).toEqual([{ label: 'Choose another value map', does: 'open', field: '/valueMap' }]);
});

test('a step that reads a disabled one offers to enable that', () => {
  expect(fixes([notify('one', '$trigger.Id', { disabled: true }), notify('two', '$steps.one.notificationId')])).toEqual(
    [{ label: 'Enable “one”', does: 'edit', edit: { type: 'disable', ids: ['one'], isDisabled: false } }],
  );
});

test('a step that can never run can be disabled, and an empty flow gets a step', () => {
  const raise = { id: 'stop', name: 'Stop', kind: 'raise', config: { code: 'STOP', message: '"No."' } };
  expect(fixes([raise, notify('after', '$trigger.Id')])).toEqual([
    { label: 'Disable it', does: 'edit', edit: { type: 'disable', ids: ['after'], isDisabled: true } },
  ]);
  expect(fixes([])).toEqual([{ label: 'Add a step', does: 'add-step' }]);
});

test('where the author has to think, nothing is offered', () => {
  expect(fixes([notify('one', '$steps.two.x'), notify('two', '$trigger.Id')])).toEqual([undefined, undefined]);
});

test('a flow without problems has no fixes', () => {
  expect(flowSchema.safeParse({ format: 2, trigger: { kind: 'manual', name: 'x' }, body: [] }).success).toBe(true);
  expect(fixes([notify('one', '$trigger.Id')])).toEqual([]);
});
