import type { Step } from '@throughline/core/flow/step';

/** What undoes the effect of a step when a later one fails for good; undefined if nothing does. */
export function undoText(step: Step): string | undefined {
  if (step.kind !== 'write' || step.config.undo === undefined) return undefined;
  return step.config.undo.operation === 'delete'
    ? 'If a later step fails for good, what this run created here is deleted.'
    : 'If a later step fails for good, other values are written here.';
}

/** The same in two words, for the drawing. */
export function undoWords(step: Step): string | undefined {
  if (step.kind !== 'write' || step.config.undo === undefined) return undefined;
  return step.config.undo.operation === 'delete' ? 'undo: delete' : 'undo: write back';
}
