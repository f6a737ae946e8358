import { flowSchema } from '@throughline/core/flow';
import { stepKinds, stepSchema, type Step, type StepKind } from '@throughline/core/flow/step';
import { expect, test } from 'vitest';
import { designerData } from './designer-data.ts';
import { proposeStep } from './find/propose-step.ts';
import { kindOffers } from './find/step-offers.ts';
import { problemsOf } from './problems.ts';
import { readFlow } from './read-flow.ts';
import { stepKindNames } from './steps/registry.ts';
import { stepStatesOf } from './step-state.ts';

const empty = flowSchema.parse({ format: 1, trigger: { kind: 'manual', name: 'By hand' }, body: [] });
const data = designerData({ connections: [], definitions: [] }, 'try');

const newStep = (kind: StepKind): Step => {
  const offer = kindOffers.find((each) => each.kind === kind);
  if (offer === undefined) throw new Error(`Nothing offers the kind ${kind}.`);
  return proposeStep(empty, { address: { in: 'flow' }, index: 0 }, offer, data);
};

test('every step kind has a view', () => {
  expect(stepKindNames.toSorted()).toEqual(Object.keys(stepKinds).toSorted());
});

test.each(stepKindNames)('a new %s can be drawn, saved and opened again, filled in or not', (kind) => {
  const flow = { ...empty, body: [newStep(kind)] };
  expect(readFlow(JSON.parse(JSON.stringify(flow)))).toEqual(flow);
});

test('a new step’s empty fields are its problems, each with the field that fixes it', () => {
  const flow = { ...empty, body: [newStep('map')] };
  expect(stepSchema.safeParse(flow.body[0]).success).toBe(false);
  expect(problemsOf(flow, data)).toEqual([
    expect.objectContaining({
      subject: 'mapRecord',
      field: '/mapping',
      place: 'Map record',
      message: 'Not filled in yet. Fill it in.',
      severity: 'error',
    }),
  ]);
});

test.each([null, 'text', {}, { trigger: {}, body: [] }, { trigger: { kind: 'manual' }, body: [{ id: 'x' }] }])(
  'what is not a flow is not opened as an empty one: %j',
  (document) => {
    expect(readFlow(document)).toBeUndefined();
  },
);

test('a step in a loop shows the worst state of its items and their total time', () => {
  const item = (state: 'succeeded' | 'failed', durationMs: number, attempts = 1) => ({
    stepId: 'line',
    state,
    durationMs,
    attempts,
    errorMessage: state === 'failed' ? 'No.' : null,
  });
  expect(stepStatesOf([item('succeeded', 10, 3), item('failed', 5), item('succeeded', 20)])).toEqual({
    line: { state: 'failed', durationMs: 35, attempts: 3, count: 3, errorMessage: 'No.' },
  });
});
