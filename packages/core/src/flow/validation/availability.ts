import { isLoopBody, kindOf, onErrorSlot, type Step } from '../step.ts';
import type { VisitedStep } from '../walk.ts';
import { isOnlyWayOn, survivesFailure } from './always-stops.ts';

/** Whether one step can read the output of another: always, only on some paths, or never, with the reason. */
export type Availability =
  | { readonly is: 'always' }
  | { readonly is: 'sometimes'; readonly reason: string }
  | { readonly is: 'never'; readonly reason: string };

interface Link {
  readonly step: Step;
  /** The slot in `step` that leads further in; undefined for the last link, the step itself. */
  readonly slot: string | undefined;
}

/** Decides from the positions in the structure whether `reader` can see the output of `source`. */
export function availability(source: VisitedStep, reader: VisitedStep): Availability {
  const [from, to] = [chainOf(source), chainOf(reader)];
  let depth = 0;
  while (isSame(from[depth], to[depth]) && from[depth]?.slot !== undefined) depth += 1;
  const [there, here] = [from[depth], to[depth]];
  if (there === undefined || here === undefined) return { is: 'never', reason: 'is the step itself' };
  if (there.step.id === here.step.id) return withinOneStep(there, here, from.slice(depth + 1));
  const [sourceIndex, readerIndex] = [indexAt(source, depth), indexAt(reader, depth)];
  if (sourceIndex > readerIndex) return { is: 'never', reason: 'comes later' };
  return leaving(from.slice(depth));
}

function chainOf({ ancestors, step }: VisitedStep): Link[] {
  return [...ancestors, { step, slot: undefined }];
}

const isSame = (a: Link | undefined, b: Link | undefined): boolean =>
  a !== undefined && b !== undefined && a.step.id === b.step.id && a.slot === b.slot;

/** Position within the body that contains both: the step's own index, or that of its ancestor. */
function indexAt({ ancestors, index, pointer }: VisitedStep, depth: number): number {
  if (depth >= ancestors.length) return index;
  // "/body/2/bodies/each/0": the ancestor at depth d has its index at token 2 + 3 d.
  return Number(pointer.split('/')[2 + 3 * depth]);
}

function withinOneStep(there: Link, here: Link, inside: readonly Link[]): Availability {
  const { name } = here.step;
  if (here.slot === undefined) {
    return { is: 'never', reason: there.slot === undefined ? 'is the step itself' : `is a part of "${name}"` };
  }
  if (there.slot === undefined) {
    // An error handler sees the error as the step's output.
    return here.slot === onErrorSlot ? { is: 'always' } : { is: 'never', reason: 'is still under way at that point' };
  }
  if (here.slot !== onErrorSlot) {
    return there.slot === onErrorSlot
      ? { is: 'never', reason: `runs only when "${name}" fails` }
      : {
          is: 'never',
          reason: kindOf(here.step).control.runs === 'all-bodies' ? 'runs side by side with it' : 'is on another way',
        };
  }
  const rest = leaving([there, ...inside]);
  return rest.is === 'always' ? { is: 'sometimes', reason: `may not have run when "${name}" failed` } : rest;
}

/** Goes out through everything around the source, to the steps that follow it. */
function leaving(chain: readonly Link[]): Availability {
  for (const { step, slot } of chain) {
    if (slot !== undefined && isLoopBody(step, slot)) {
      return { is: 'never', reason: `is inside "${step.name}" and gives one result per item` };
    }
  }
  for (const { step, slot } of chain) {
    if (slot === undefined) continue;
    if (slot === onErrorSlot) return { is: 'sometimes', reason: `runs only when "${step.name}" fails` };
    if (kindOf(step).control.runs === 'one-body' && !isOnlyWayOn(step, slot))
      return { is: 'sometimes', reason: `runs on one way of "${step.name}" only` };
    if (survivesFailure(step)) return { is: 'sometimes', reason: `may not have run when "${step.name}" failed` };
  }
  return { is: 'always' };
}
