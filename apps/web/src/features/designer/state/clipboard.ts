import { currentFormats } from '@throughline/core/flow/upgrades';
import { flowLimits } from '@throughline/core/flow/flow-limits';
import { stepSchema, type Step } from '@throughline/core/flow/step';
import { idsWithin } from '@throughline/core/flow/walk';
import { readBody } from '../read-flow.ts';

/** Marks our text on the clipboard, so that other JSON is not mistaken for steps. */
const clipboardType = 'throughline/steps';

/** Steps as a text for the system clipboard, which other flows, tabs and people can take. */
export const stepsToText = (steps: readonly Step[]): string =>
  JSON.stringify({ type: clipboardType, format: currentFormats.flow, steps }, null, 2);

/** Steps from the clipboard; undefined for a text that holds none, and a sentence if they cannot be taken. */
export function stepsFromText(text: string): readonly Step[] | string | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== clipboardType)
    return undefined;
  const format = 'format' in value && typeof value.format === 'number' ? value.format : currentFormats.flow;
  if (format > currentFormats.flow) return 'These steps come from a newer version of Throughline. Nothing was pasted.';
  const steps = 'steps' in value && Array.isArray(value.steps) ? readBody(value.steps) : undefined;
  const ids = steps?.flatMap(idsWithin) ?? [];
  if (steps === undefined || ids.length === 0 || new Set(ids).size < ids.length || !steps.every(isWhole))
    return 'The clipboard holds steps that cannot be read. Copy them again.';
  return ids.length > flowLimits.steps
    ? `The clipboard holds more than ${flowLimits.steps} steps, which is more than a flow may have. Nothing was pasted.`
    : steps;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A copied step may lack what its author has not filled in yet. Anything else that is wrong did not come from here. */
function isWhole(step: Step): boolean {
  const { error } = stepSchema.safeParse(step);
  return error === undefined || error.issues.every(({ path }) => isEmpty(valueAt(step, path)));
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    value,
  );
