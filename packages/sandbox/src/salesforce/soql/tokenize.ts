import { queryError, unexpectedToken } from './query-error.ts';

export type TokenKind = 'name' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The token as it is written; the unescaped content of a string. */
  readonly text: string;
  readonly position: number;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?![\w.])/y],
  // A path (Account.Name) and a relative date (LAST_N_DAYS:30) are one token each.
  ['name', /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?::\d+)?/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),]/y],
];

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '\\_',
  '%': '\\%',
};

/** Cuts SOQL into tokens, the last one of kind `end`. Throws MALFORMED_QUERY. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < source.length) {
    const character = source[position] ?? '';
    if (/\s/.test(character)) {
      position += 1;
      continue;
    }
    const token = character === "'" ? readString(source, position) : matchPattern(source, position);
    if (token === undefined) throw unexpectedToken(source, position, character);
    tokens.push(token.token);
    position = token.end;
  }
  return [...tokens, { kind: 'end', text: '', position: source.length }];
}

interface Matched {
  readonly token: Token;
  readonly end: number;
}

function matchPattern(source: string, position: number): Matched | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const [text] = pattern.exec(source) ?? [];
    if (text !== undefined) return { token: { kind, text, position }, end: position + text.length };
  }
  return undefined;
}

/** `\_` and `\%` stay escaped, so that LIKE can tell them from wildcards; elsewhere the backslash is dropped by the reader. */
function readString(source: string, start: number): Matched {
  let text = '';
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source[index] ?? '';
    if (character === "'") return { token: { kind: 'string', text, position: start }, end: index + 1 };
    if (character !== '\\') {
      text += character;
      continue;
    }
    index += 1;
    const escaped = ESCAPES[source[index] ?? ''];
    if (escaped === undefined)
      throw queryError(
        'MALFORMED_QUERY',
        source,
        index - 1,
        `Invalid string literal '${source.slice(start + 1, index + 1)}'. Illegal character sequence '\\${source[index] ?? ''}' in string literal.`,
      );
    text += escaped;
  }
  throw queryError('MALFORMED_QUERY', source, start, 'Quoted string is not terminated');
}
