import { expect, test } from 'vitest';
import { flowSchema } from '@throughline/core/flow';
import { closedWonFlow } from '@throughline/core/templates/closed-won-handoff/flow/closed-won-flow';
import { findStep } from '@throughline/core/flow/walk';
import { undoneBy } from './undone-by.ts';

const flow = flowSchema.parse(closedWonFlow.document);
const undone = (stepId: string, given = flow) => undoneBy(given, stepId).map(({ id }) => id);

test('a failure takes back what was written before it, last first', () => {
  expect(undone('writeContract')).toEqual(['writeSchedule', 'writeRole', 'writeTask', 'writePhase', 'writeProject']);
  expect(undone('writeTask')).toEqual(['writePhase', 'writeProject']);
  expect(undone('writeClient')).toEqual([]);
});

test('a step on another way, and one that is not there, take back nothing', () => {
  expect(undone('raiseChangeOrder')).toEqual([]);
  expect(undone('nowhere')).toEqual([]);
});

test('where a loop goes on without a failed item, only that item is taken back', () => {
  const going = structuredClone(flow);
  const loop = findStep(going.body, 'writeWork')?.step;
  if (loop?.kind === 'for-each') loop.config.onItemError = 'continue';
  expect(undone('writeTask', going)).toEqual(['writePhase']);
});
