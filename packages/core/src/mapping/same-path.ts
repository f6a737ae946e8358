import { startsWith } from './starts-with.ts';

/** True if both paths have the same names in the same order. */
export const samePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && startsWith(one, other);
