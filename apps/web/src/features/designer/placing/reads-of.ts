import { kindOf, type Step } from '@throughline/core/flow/step';
import { readSafely } from '@throughline/core/flow/validation/identity';

/** What the expressions of a step refer to. */
export interface Reads {
  readonly steps: ReadonlySet<string>;
  /** It uses the item of the loop around it. */
  readonly usesItem: boolean;
  /** It uses the error of the error lane around it. */
  readonly usesError: boolean;
}

/** Steps are immutable, so each is read once. */
const known = new WeakMap<Step, Reads>();

/** What one step reads, without the steps inside it. */
export function readsOf(step: Step): Reads {
  const before = known.get(step);
  if (before !== undefined) return before;
  const readings = kindOf(step)
    .expressions(step.config)
    .flatMap((site) => {
      const reading = readSafely(site.text);
      return reading === undefined ? [] : [{ ...reading, isPerItem: site.isPerItem === true }];
    });
  const uses =
    (...names: readonly string[]) =>
    (reading: (typeof readings)[number]) =>
      reading.variables.some(({ name }) => names.includes(name));
  const reads = {
    steps: new Set(readings.flatMap((reading) => reading.steps.map(({ stepId }) => stepId))),
    usesItem: readings.filter(({ isPerItem }) => !isPerItem).some(uses('item', 'index')),
    usesError: readings.some(uses('error')),
  };
  known.set(step, reads);
  return reads;
}
