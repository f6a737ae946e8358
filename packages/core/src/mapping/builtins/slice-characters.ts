/** Like `String.prototype.slice`, but counts whole Unicode characters rather than UTF-16 units. */
export function sliceCharacters(text: string, start: number, end?: number): string {
  return surrogate.test(text) ? Array.from(text).slice(start, end).join('') : text.slice(start, end);
}

const surrogate = /[\ud800-\udfff]/;
