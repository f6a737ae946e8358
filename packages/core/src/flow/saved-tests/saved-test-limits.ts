/** Limits for the saved tests of one change, over all of its mappings. */
export interface SavedTestLimits {
  /** Steps of one test. A test that exceeds this limit does so on every machine. */
  readonly stepsPerTest: number;
  /** Steps of all tests together. */
  readonly steps: number;
  /** Megabytes of memory. */
  readonly megabytes: number;
  /**
   * Milliseconds for all tests together. This is only a safety net, because steps are counted and a machine can be
   * slow.
   */
  readonly deadlineMs: number;
}

/** How many saved tests a mapping may have, and how long one may be as JSON text. */
export const savedTestBounds = { count: 200, characters: 1_000_000 } as const;

export const savedTestLimits: SavedTestLimits = {
  stepsPerTest: 5_000_000,
  steps: 20_000_000,
  megabytes: 256,
  deadlineMs: 120_000,
};
