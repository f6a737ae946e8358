/** What counts the work of an analysis, in the units of its own limit. */
export interface WorkMeter {
  spend(units: number): void;
  readonly isSpent: boolean;
  /** Tells whether so many names may still be compared in order to suggest one. */
  compare(units: number): boolean;
}

/** Thrown where values are walked once the limit is reached. The expression that needed it may then be anything. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}

/** The meter of the analysis that is running. An analysis never waits, so there is only one at a time. */
let current: WorkMeter | undefined;

export function withMeter<Answer>(meter: WorkMeter, run: () => Answer): Answer {
  const outer = current;
  current = meter;
  try {
    return run();
  } finally {
    current = outer;
  }
}

/** Gives the other answer when the limit is reached on the way. */
export function orWhenSpent<Answer>(run: () => Answer, otherwise: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooMuchWork) return otherwise();
    throw error;
  }
}

/**
 * Counts fields, alternatives or facts that are about to be walked.
 * @throws TooMuchWork
 */
export function touch(count: number): void {
  if (current === undefined) return;
  current.spend(count);
  if (current.isSpent) throw new TooMuchWork();
}

/** Asked before names are compared for a suggestion. Without one, a problem is reported all the same. */
export const mayCompare = (count: number): boolean => current?.compare(count) ?? true;
