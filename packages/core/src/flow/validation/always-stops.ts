import { kindOf, onErrorSlot, type Step } from '../step.ts';

/** True when no run gets past this step. An `onError` body that ends well leads past it. */
export function alwaysStops(step: Step): boolean {
  if (survivesFailure(step)) return false;
  const ways = kindOf(step)
    .slots(step.config)
    .map(({ slot }) => (step.bodies?.[slot] ?? []).some(alwaysStops));
  const { runs, ends } = kindOf(step).control;
  if (ends === true) return true;
  if (runs === 'one-body') return ways.every(Boolean);
  return runs === 'all-bodies' && ways.some(Boolean);
}

/** True when the flow goes on behind the step although it failed: it has an error handler that does not stop. */
export function survivesFailure(step: Step): boolean {
  const handler = step.bodies?.[onErrorSlot] ?? [];
  return handler.length > 0 && !handler.some(alwaysStops);
}

/** True when every other way of a branch stops the run: behind it, this one was taken. */
export function isOnlyWayOn(step: Step, way: string): boolean {
  return kindOf(step)
    .slots(step.config)
    .filter(({ slot }) => slot !== way)
    .every(({ slot }) => (step.bodies?.[slot] ?? []).some(alwaysStops));
}
