import type { FlowDocument } from '@throughline/core/flow';
import { allIds, freshId } from '@throughline/core/flow/edit';
import type { Step, StepKind } from '@throughline/core/flow/step';
import { stepId } from './state/step-id.ts';
import { viewOf } from './steps/registry.ts';

/** Creates a step of a kind, with a free id and empty fields for the author to fill in. */
export function newStep(flow: FlowDocument, kind: StepKind): Step {
  const { newName, initial } = viewOf(kind);
  const id = freshId(stepId(newName), allIds(flow));
  const number = /\d+$/.exec(id)?.[0];
  return { id, name: number === undefined ? newName : `${newName} ${number}`, kind, config: initial() } as Step;
}
