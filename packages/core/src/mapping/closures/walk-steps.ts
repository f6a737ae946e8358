import { emptySequence } from '../engine/value.ts';
import type { Closure } from './closure.ts';
import type { Step } from './compile-step.ts';
import { nextSliceAt } from './next-slice-at.ts';

/**
 * Evaluates steps one after the other, each for every item of the previous step's result. It is a single function that
 * loops by index, because functions call themselves in here (`children.$describe($)`): every frame counts, and loops
 * over iterators make frames larger.
 * @param end gets the result of the last step as its input
 * @param isAbsolute the path begins with a variable; only then is a list one value
 */
export function walkSteps(steps: readonly Step[], end: Closure, isAbsolute: boolean): Closure {
  return (input, frame, run) => {
    let items: readonly unknown[] = Array.isArray(input) && !isAbsolute ? input : [input];
    for (let index = 0; index < steps.length && (index === 0 || items.length > 0); index += 1) {
      const step = steps[index] as Step;
      if (step.evaluate === undefined) {
        items = step.finish(items, frame, run);
        continue;
      }
      const results = emptySequence();
      for (let position = 0; position < items.length; position += 1) {
        if ((run.ticks -= step.weight) < 0) nextSliceAt(step.site, run);
        let result = step.evaluate(items[position], frame, run);
        for (let at = 0; at < step.filters.length; at += 1) result = step.filters[at]?.(result, frame, run);
        if (result !== undefined) results.push(result);
      }
      items = step.finish(results, frame, run);
    }
    return end(items, frame, run);
  };
}
