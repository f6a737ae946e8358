export interface TimedStep {
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

export interface Bar {
  /** Share of the whole run, 0 to 1. */
  readonly offset: number;
  readonly width: number;
}

/** The position of each step's bar on a common time line. The bar of a running step extends to `nowMs`. */
export const waterfall = (steps: readonly TimedStep[], nowMs: number): readonly Bar[] => {
  const endOf = ({ finishedAt, startedAt }: TimedStep): number =>
    finishedAt?.getTime() ?? Math.max(nowMs, startedAt.getTime());
  const startMs = Math.min(...steps.map(({ startedAt }) => startedAt.getTime()));
  const lengthMs = Math.max(1, Math.max(...steps.map(endOf)) - startMs);
  return steps.map((step) => ({
    offset: (step.startedAt.getTime() - startMs) / lengthMs,
    width: (endOf(step) - step.startedAt.getTime()) / lengthMs,
  }));
};
