import type { Problem, ProblemCode } from '../problem.ts';
import type { VisitedStep } from '../walk.ts';

/** A problem of a step, at a pointer below its `config`, or at the step itself when the pointer is empty. */
export function stepProblem(
  { step, pointer }: Pick<VisitedStep, 'step' | 'pointer'>,
  below: string,
  code: ProblemCode,
  message: string,
  more: Partial<Pick<Problem, 'severity' | 'range'>> = {},
): Problem {
  return {
    pointer: below === '' ? pointer : `${pointer}/config${below}`,
    code,
    severity: more.severity ?? 'error',
    message,
    stepId: step.id,
    ...(more.range === undefined ? {} : { range: more.range }),
  };
}

/** `Known: a, b, c.` for the end of a sentence; the nearest spelling first when one is near. */
export function known(wanted: string, names: readonly string[]): string {
  if (names.length === 0) return 'There is none yet.';
  const near = names.find((name) => name.toLowerCase() === wanted.toLowerCase() || isOneEdit(name, wanted));
  if (near !== undefined) return `Did you mean "${near}"?`;
  const shown = names.toSorted().slice(0, 12);
  return `Known: ${shown.join(', ')}${names.length > shown.length ? ' and more' : ''}.`;
}

/** True when adding, removing or changing one letter, or swapping two neighbours, turns one into the other. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}
