import type { Problem } from '../problem.ts';

/** Identifies a saved test of a mapping. */
export interface SavedTestPlace {
  /** Key of the mapping. */
  readonly key: string;
  /** Index of the test in the document. */
  readonly index: number;
  readonly name: string;
}

const longest = 1_000;
const longestName = 200;

/** `reason` continues the sentence after the test's name. */
export function savedTestProblem(
  { key, index, name }: SavedTestPlace,
  code: 'TEST_FAILED' | 'TEST_NOT_RUN',
  reason: string,
): Problem {
  const shown = reason.length > longest ? `${reason.slice(0, longest - 3)}...` : reason;
  const shownName = name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name;
  const message = `The saved test "${shownName}" of the mapping "${key}" ${shown}`;
  return { pointer: `/tests/${index}`, code, severity: 'error', message };
}
