/**
 * Whether a value counts as true in a condition, as in JSONata's `$boolean`: a list does when one of its items does, an
 * object when it has a field.
 */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTruthy);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
