import { expression } from '@throughline/core/flow/field-value';
import { expect, test } from 'vitest';
import { startCondition } from './form/condition-rows.ts';
import { triggerNodeId } from './layout/geometry.ts';
import { readFlow } from './read-flow.ts';
import { unappliedProblems } from './unapplied-problems.ts';

const large = 'Amount > 5000';
const flow = readFlow({
  format: 1,
  trigger: { kind: 'call', name: 'Called', when: large },
  body: [
    {
      id: 'way',
      name: 'How large?',
      kind: 'branch',
      config: {
        cases: [
          { slot: 'large', title: 'Large', when: expression(large) },
          { slot: 'small', title: 'Small', when: expression('') },
        ],
      },
      bodies: { large: [], small: [], otherwise: [] },
    },
  ],
})!;
const rows = { of: large, condition: startCondition, problem: 'Type a value.' };
const warning = { code: 'NOT_FILLED_IN', severity: 'warning', message: 'Not applied yet. Type a value.' };

test('rows of a condition that are not complete are a warning at their field', () => {
  const all = [
    { ...rows, subject: 'way', field: '/cases/0/when' },
    { ...rows, subject: triggerNodeId, field: '/when' },
  ];
  expect(unappliedProblems(all, flow)).toEqual([
    {
      ...warning,
      pointer: '/body/0/config/cases/0/when',
      subject: 'way',
      field: '/cases/0/when',
      place: 'How large?',
      fieldName: expect.stringContaining('When'),
    },
    {
      ...warning,
      pointer: '/trigger/when',
      subject: triggerNodeId,
      field: '/when',
      place: 'Trigger “Called”',
      fieldName: 'When',
    },
  ]);
});

test.each([
  ['the expression has changed', { ...rows, of: 'Amount > 1', subject: 'way', field: '/cases/0/when' }],
  [
    'the flow has no condition there, which its rules already say',
    { ...rows, of: '', subject: 'way', field: '/cases/1/when' },
  ],
  ['the case is gone', { ...rows, subject: 'way', field: '/cases/2/when' }],
  ['the step is gone', { ...rows, subject: 'gone', field: '/cases/0/when' }],
])('they are none once %s', (_, unapplied) => {
  expect(unappliedProblems([unapplied], flow)).toEqual([]);
});
