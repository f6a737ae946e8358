import { countCharacters, isPair } from './count-characters.ts';

/** Works like `String.prototype.slice`, but counts whole Unicode characters rather than UTF-16 units. */
export function sliceCharacters(text: string, start: number, end?: number): string {
  if (!surrogate.test(text)) return text.slice(start, end);
  const [first, last] = [relative(start, text), end === undefined ? Infinity : relative(end, text)];
  const from = offsetOf(text, 0, first);
  return first < last ? text.slice(from, offsetOf(text, from, last - first)) : '';
}

const surrogate = /[\ud800-\udfff]/;

/** Normalises a position like `slice`: it may be negative or have a fraction. */
function relative(position: number, text: string): number {
  const whole = Math.trunc(position) || 0;
  return whole < 0 ? Math.max(0, countCharacters(text) + whole) : whole;
}

/** The offset that lies this many characters after another offset. */
function offsetOf(text: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0 && at < text.length; left -= 1) at += isPair(text, at) ? 2 : 1;
  return at;
}
