import { kindOf, onErrorSlot, type Step } from '../step.ts';

/** True when no run gets past this step. An `onError` body that completes does get past it. */
export function alwaysStops(step: Step): boolean {
  if (step.disabled === true || survivesFailure(step)) return false;
  const ways = kindOf(step)
    .slots(step.config)
    .map(({ slot }) => (step.bodies?.[slot] ?? []).some(alwaysStops));
  const { runs, ends } = kindOf(step).control;
  if (ends === true) return true;
  if (runs === 'one-body') return ways.every(Boolean);
  return runs === 'all-bodies' && ways.some(Boolean);
}

/** True when the flow continues after the step although it failed, because its error handler does not stop the run. */
export function survivesFailure(step: Step): boolean {
  const handler = step.bodies?.[onErrorSlot] ?? [];
  return handler.length > 0 && !handler.some(alwaysStops);
}

/** True when all other slots of a branch stop the run. A run that gets past the branch has then taken this slot. */
export function isOnlyWayOn(step: Step, way: string): boolean {
  return kindOf(step)
    .slots(step.config)
    .filter(({ slot }) => slot !== way)
    .every(({ slot }) => (step.bodies?.[slot] ?? []).some(alwaysStops));
}
