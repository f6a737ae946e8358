/**
 * Lists the items that a step is evaluated for. A filter behind an array constructor can leave a text, whose characters
 * are the items.
 */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split('') : [];
}
