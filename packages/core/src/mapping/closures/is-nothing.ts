/**
 * Tells whether a path ends at its first step, which is an array constructor or the rest that a filter behind it left.
 */
export function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0) || value === '';
}
