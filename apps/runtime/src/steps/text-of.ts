/**
 * Turns a value into text for a subject, a message or a key. Nothing becomes an empty text, and structures become JSON.
 */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
