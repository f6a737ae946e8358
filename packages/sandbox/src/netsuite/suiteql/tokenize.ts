import { unsupportedQuery } from './suiteql-error.ts';

export interface Token {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'number' | 'symbol' | 'parameter' | 'end';
  /** Words are upper-cased in `upper`; `text` keeps what was written. */
  readonly text: string;
  readonly upper: string;
  readonly at: number;
}

const PATTERN =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:[^']|'')*')|(?<quoted>"[^"]+")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_$#]*)|(?<parameter>\?)|(?<symbol><>|!=|\^=|<=|>=|\|\||[=<>(),.*+/-])/y;

/** Splits SuiteQL text. Throws a vendor-shaped error at the first character that cannot start a token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (match === null) throw unsupportedQuery(`unexpected character ${JSON.stringify(text[at])} at ${at}`);
    const token = toToken(match, at);
    if (token !== undefined) tokens.push(token);
    at = PATTERN.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', upper: '', at });
  return tokens;
}

function toToken(match: RegExpExecArray, at: number): Token | undefined {
  const groups = match.groups ?? {};
  const raw = match[0];
  if (groups['space'] !== undefined) return undefined;
  if (groups['string'] !== undefined) {
    return { kind: 'string', text: raw.slice(1, -1).replaceAll("''", "'"), upper: '', at };
  }
  if (groups['quoted'] !== undefined) return { kind: 'quoted-name', text: raw.slice(1, -1), upper: '', at };
  if (groups['number'] !== undefined) return { kind: 'number', text: raw, upper: '', at };
  if (groups['parameter'] !== undefined) return { kind: 'parameter', text: raw, upper: '', at };
  if (groups['word'] !== undefined) return { kind: 'word', text: raw, upper: raw.toUpperCase(), at };
  return { kind: 'symbol', text: raw, upper: raw, at };
}
