import type { ErrorList } from './error-list.ts';
import type { Token } from './token.ts';

/**
 * `/pattern/flags`. The closing slash is the first unescaped one outside brackets. Brackets are counted like in the
 * reference: `(`, `[` and `{` alike, whichever bracket closes them.
 */
export function scanRegex(text: string, start: number, errors: ErrorList): Token {
  const close = closingSlash(text, start + 1);
  if (close < 0) return unclosed(text, start, errors);
  const end = endOfFlags(text, close + 1);
  const value = { pattern: text.slice(start + 1, close), flags: text.slice(close + 1, end) };
  if (value.pattern === '') errors.report('S0301', start, end);
  else if (!isValid(value.pattern, `${value.flags}g`)) errors.report('REGEX_INVALID', start, end);
  return { kind: 'regex', start, end, value };
}

function closingSlash(text: string, from: number): number {
  let depth = 0;
  for (let offset = from; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === '/' && depth === 0 && backslashesBefore(text, offset) % 2 === 0) return offset;
    if (text.charAt(offset - 1) === '\\') continue;
    if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (character === ')' || character === ']' || character === '}') depth -= 1;
  }
  return -1;
}

function backslashesBefore(text: string, offset: number): number {
  let count = 0;
  while (text.charAt(offset - count - 1) === '\\') count += 1;
  return count;
}

function endOfFlags(text: string, from: number): number {
  let end = from;
  while (text.charAt(end) === 'i' || text.charAt(end) === 'm') end += 1;
  return end;
}

/** Consumes an unclosed expression up to the end of the line, for the same reason as an unclosed text. */
function unclosed(text: string, start: number, errors: ErrorList): Token {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  errors.report('S0302', start, end);
  return { kind: 'regex', start, end, value: { pattern: text.slice(start + 1, end), flags: '' } };
}

function isValid(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
