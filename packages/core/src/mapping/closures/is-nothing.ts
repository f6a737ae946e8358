/** Whether a path ends at its first step, an array constructor or what a filter behind it left. */
export function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0) || value === '';
}
