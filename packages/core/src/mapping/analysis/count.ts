/**
 * How many items an expression may give, as a set of bits. `unstated` is a zero that nothing rules out, because the
 * schema says nothing about presence. `none` can cause a problem, `unstated` never does.
 */
export type Count = number;

export const none = 1;
export const one = 2;
export const many = 4;
export const unstated = 8;

const zeroes = none | unstated;

/** Counts the items of two values that are appended to each other. */
export function sumOf(a: Count, b: Count): Count {
  let count = (a & many) | (b & many);
  if ((a & one) !== 0 && (b & one) !== 0) count |= many;
  if ((a & zeroes) !== 0) count |= b & one;
  if ((b & zeroes) !== 0) count |= a & one;
  if ((a & zeroes) !== 0 && (b & zeroes) !== 0) count |= (a & b & none) === 0 ? unstated : none;
  return count;
}

/** Counts the items when each item of `outer` gives `inner`. */
export function over(outer: Count, inner: Count): Count {
  let count = outer & zeroes;
  if ((outer & one) !== 0) count |= inner;
  if ((outer & many) === 0) return count;
  const some = inner & (one | many);
  if ((inner & zeroes) === 0) return count | many;
  if (some === 0) return count | inner;
  return count | (inner & zeroes) | (inner & one) | many;
}

/** Removes the possibility of nothing. If nothing else was possible, one item remains. */
export const present = (count: Count): Count => count & ~zeroes || one;

export const mayBeMany = (count: Count): boolean => (count & many) !== 0;

/** Tells whether it is known, and not only possible, that there may be nothing. */
export const mayBeNone = (count: Count): boolean => (count & none) !== 0;

export const isAlwaysNone = (count: Count): boolean => (count & ~zeroes) === 0;

/** The number of items that a filter may leave. */
export const someOf = (count: Count): Count => (mayBeMany(count) ? count | none | one : count | none);
