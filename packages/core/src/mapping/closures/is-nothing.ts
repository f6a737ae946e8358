/**
 * Tells whether a path ends at its first step, because the array constructor there is empty or its filters left
 * nothing.
 */
export function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0) || value === '';
}
