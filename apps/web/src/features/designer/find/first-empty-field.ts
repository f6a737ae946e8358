import { kindOf, stepSchema, type Step } from '@throughline/core/flow/step';
import { escapePointer } from '@throughline/core/flow/steps/step-kind';

/**
 * Pointer of the first field of a new step that its author has to fill in; its name when nothing is missing, because the
 * proposed one is what people change first.
 */
export function firstEmptyField(step: Step): string {
  const { config, ...frame } = step;
  const issues = kindOf(step).config.safeParse(config).error?.issues ?? [];
  const [path] = issues.map((issue) => issue.path).filter((each) => each.length > 0);
  if (path !== undefined) {
    // A field keeps its text in `value`, and the form knows the field.
    const field = path.at(-1) === 'value' ? path.slice(0, -1) : path;
    return field.map((part) => `/${escapePointer(String(part))}`).join('');
  }
  if (step.kind === 'write' && step.config.mapping === undefined && step.config.record === undefined) return '/mapping';
  return stepSchema.safeParse({ ...frame, config }).success ? '/name' : '';
}
