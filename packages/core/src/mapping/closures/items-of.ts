/**
 * Lists the items for which a step is evaluated. A filter after an array constructor can leave a text, and then its
 * characters are the items.
 */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split('') : [];
}
