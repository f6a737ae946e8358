import type { FlowDocument } from '@throughline/core/flow';
import { isLoopBody, kindOf, type Step } from '@throughline/core/flow/step';
import { walkEnabled, type VisitedStep } from '@throughline/core/flow/walk';

/**
 * The writes that are taken back when a step fails for good, last first: those with an undo that come before it and are
 * not on another way. Where a loop goes on without a failed item, only what was written for that item.
 */
export function undoneBy({ body }: Pick<FlowDocument, 'body'>, stepId: string): readonly Step[] {
  const steps = [...walkEnabled(body)];
  const at = steps.findIndex(({ step }) => step.id === stepId);
  const place = steps[at];
  if (place === undefined) return [];
  const loop = place.ancestors.findLast(({ step, slot }) => isLoopBody(step, slot) && goesOn(step))?.step;
  return steps
    .slice(0, at)
    .filter(({ step }) => step.kind === 'write' && step.config.undo !== undefined)
    .filter(({ ancestors }) => loop === undefined || ancestors.some(({ step }) => step.id === loop.id))
    .filter((source) => !isOnAnotherWay(source, place))
    .map(({ step }) => step)
    .toReversed();
}

const goesOn = (loop: Step): boolean => kindOf(loop).loop?.(loop.config).stopsAtFailure === false;

const isOnAnotherWay = (source: VisitedStep, place: VisitedStep): boolean =>
  source.ancestors.some(
    ({ step, slot }) =>
      kindOf(step).control.runs === 'one-body' &&
      place.ancestors.some((around) => around.step.id === step.id && around.slot !== slot),
  );
