import type { ErrorList } from './error-list.ts';
import type { Token } from './token.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** A text in single or double quotes. It may span lines; JSON's escapes are valid in both kinds. */
export function scanString(text: string, start: number, errors: ErrorList): Token {
  const quote = text.charAt(start);
  let value = '';
  let offset = start + 1;
  while (offset < text.length) {
    const plain = endOfPlainText(text, offset, quote);
    value += text.slice(offset, plain);
    if (plain >= text.length) break;
    if (text.charAt(plain) === quote) return { kind: 'string', start, end: plain + 1, value };
    const escape = readEscape(text, plain, errors);
    value += escape.value;
    offset = escape.end;
  }
  // Only up to the end of the line: what follows is most likely meant as code, and its errors should be visible.
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  errors.report('S0101', start, end);
  return { kind: 'string', start, end, value: text.slice(start + 1, end) };
}

function endOfPlainText(text: string, from: number, quote: string): number {
  let end = from;
  while (end < text.length && text.charAt(end) !== quote && text.charAt(end) !== '\\') end += 1;
  return end;
}

function readEscape(text: string, start: number, errors: ErrorList): { value: string; end: number } {
  const letter = text.charAt(start + 1);
  const plain = escapes.get(letter);
  if (plain !== undefined) return { value: plain, end: start + 2 };
  if (letter !== 'u') {
    errors.report('S0103', start, Math.min(start + 2, text.length), { found: letter });
    return { value: letter, end: start + 2 };
  }
  // Fewer than four digits are accepted only at the end of the text, where the closing quote is missing anyway.
  const digits = text.slice(start + 2, start + 6);
  if (!/^[0-9a-fA-F]+$/.test(digits)) {
    errors.report('S0104', start, start + 2);
    return { value: '', end: start + 2 };
  }
  return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: start + 6 };
}
