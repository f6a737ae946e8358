import type { ErrorList } from './error-list.ts';
import { endOfName, operatorAt } from './operators.ts';
import { scanRegex } from './scan-regex.ts';
import { scanString } from './scan-string.ts';
import type { Token, TokenKind } from './token.ts';

/**
 * The token that starts at `start`, which must be inside the text. Never fails: problems are reported, and the token
 * ends at a sensible offset from which reading can continue.
 * @param isInfix the reference's odd rule: when true, `/` divides; when false, it starts a regular expression. The
 * parser decides which it is, not the text (`(/a/)` is an error, `f(/a/)` is not).
 */
export function scanToken(text: string, start: number, isInfix: boolean, errors: ErrorList): Token {
  const code = text.charCodeAt(start);
  if (isSpace(code)) return token('space', start, endOfSpace(text, start));
  if (code === slash) {
    if (text.charCodeAt(start + 1) === asterisk) return scanComment(text, start, errors);
    if (!isInfix) return scanRegex(text, start, errors);
  }
  const operator = operatorAt(text, start);
  if (operator !== undefined) {
    if (operator === '!' || operator === '~') errors.report('S0204', start, start + 1, { found: operator });
    return token('operator', start, start + operator.length, operator);
  }
  if (code === doubleQuote || code === singleQuote) return scanString(text, start, errors);
  if (isDigit(code)) return scanNumber(text, start, errors);
  return code === backquote ? scanQuotedName(text, start, errors) : scanName(text, start);
}

const slash = 0x2f;
const asterisk = 0x2a;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const backquote = 0x60;
const dollar = 0x24;

/**
 * Only these five characters are white space. A no-break space or a form feed is part of a name, as in the reference.
 */
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0b;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function token(kind: TokenKind, start: number, end: number, value: Token['value'] = null): Token {
  return { kind, start, end, value };
}

function endOfSpace(text: string, start: number): number {
  let end = start + 1;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

function scanComment(text: string, start: number, errors: ErrorList): Token {
  const close = text.indexOf('*/', start + 2);
  if (close >= 0) return token('comment', start, close + 2);
  errors.report('S0106', start, text.length);
  return token('comment', start, text.length);
}

const numberPattern = /(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?/y;

function scanNumber(text: string, start: number, errors: ErrorList): Token {
  numberPattern.lastIndex = start;
  const written = numberPattern.exec(text)?.[0] ?? text.charAt(start);
  const value = Number.parseFloat(written);
  const end = start + written.length;
  if (!Number.isFinite(value)) errors.report('S0102', start, end, { found: written });
  return token('number', start, end, value);
}

function scanQuotedName(text: string, start: number, errors: ErrorList): Token {
  const close = text.indexOf('`', start + 1);
  if (close >= 0) return token('name', start, close + 1, text.slice(start + 1, close));
  const end = endOfLine(text, start);
  errors.report('S0105', start, end);
  return token('name', start, end, text.slice(start + 1, end));
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function scanName(text: string, start: number): Token {
  const end = endOfName(text, start);
  if (text.charCodeAt(start) === dollar) return token('variable', start, end, text.slice(start + 1, end));
  const name = text.slice(start, end);
  switch (name) {
    case 'and':
    case 'or':
    case 'in':
      return token('operator', start, end, name);
    case 'true':
    case 'false':
      return token('literal', start, end, name === 'true');
    case 'null':
      return token('literal', start, end);
    default:
      return token('name', start, end, name);
  }
}
