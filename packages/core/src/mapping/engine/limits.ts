/** How much one evaluation may use. Each limit has an error code of its own. */
export interface Limits {
  /**
   * Steps: iterations, calls, and characters in portions. This is the limit on work. A mapping that exceeds it does so
   * on every machine. Error `TOO_MANY_STEPS`.
   */
  readonly maxTicks: number;
  /** Milliseconds. Only a safety net, because a machine can be slow. Error `D1012`. */
  readonly deadlineMs: number;
  /** Calls within calls; error `D1011`. */
  readonly maxDepth: number;
  /** Items of one list; error `D2015`. */
  readonly maxItems: number;
  /** UTF-16 units of one text; error `TEXT_TOO_LONG`. */
  readonly maxTextLength: number;
  /** Values in the result, counted again for each list or object that contains them; error `RESULT_TOO_LARGE`. */
  readonly maxResultSize: number;
  /**
   * UTF-16 units in the texts and keys of the result, counted again for each list or object that contains them; error
   * `RESULT_TOO_LARGE`.
   */
  readonly maxResultLength: number;
}

export const defaultLimits: Limits = {
  maxTicks: 20_000_000,
  deadlineMs: 10_000,
  maxDepth: 1_000,
  maxItems: 1_000_000,
  maxTextLength: 10_000_000,
  maxResultSize: 2_000_000,
  maxResultLength: 10_000_000,
};

const limitCodes: ReadonlySet<string> = new Set([
  'D1011',
  'D1012',
  'D2015',
  'TOO_MANY_STEPS',
  'TEXT_TOO_LONG',
  'RESULT_TOO_LARGE',
]);

/**
 * True for the code of a failure that says nothing about the mapping's meaning, because the evaluation exceeded a
 * limit.
 */
export function isLimitCode(code: string): boolean {
  return limitCodes.has(code);
}
