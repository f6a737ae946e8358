const maxLength = 60;

/** A value as error messages quote it: JSON, shortened when it is long. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return cut(JSON.stringify(value.slice(0, maxLength)), value.length > maxLength);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    return cut(`an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no fields'}`, false);
  }
  return typeof value === 'function' ? 'a function' : String(value);
}

function cut(text: string, isCut: boolean): string {
  return isCut || text.length > maxLength * 2 ? `${text.slice(0, maxLength * 2)}…` : text;
}
