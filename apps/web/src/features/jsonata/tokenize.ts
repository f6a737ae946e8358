export type TokenType =
  | 'string'
  | 'number'
  | 'name'
  | 'variable'
  | 'keyword'
  | 'regex'
  | 'comment'
  | 'operator'
  | 'open'
  | 'close'
  | 'separator'
  | 'unknown';

export interface Token {
  readonly type: TokenType;
  /** Zero-based offsets in UTF-16 units; `to` is behind the last character. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const keywords: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** Tried in this order at each position. An unclosed string or comment reaches to the end of the text. */
const patterns: readonly (readonly [TokenType, RegExp])[] = [
  ['comment', /\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /"(?:[^"\\]|\\[\s\S])*(?:"|$)|'(?:[^'\\]|\\[\s\S])*(?:'|$)/y],
  ['name', /`[^`]*(?:`|$)/y],
  ['number', /(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['variable', /\$\$|\$[A-Za-z_0-9]*/y],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['operator', /:=|!=|<=|>=|~>|\*\*|\.\.|\?\?|\?:|[.+\-*/%&=<>?:@#^~|!]/y],
  ['open', /[([{]/y],
  ['close', /[)\]}]/y],
  ['separator', /[,;]/y],
];

const regexPattern = /\/(?:[^/\\\n]|\\.)+\/[a-z]*/y;

/**
 * Splits JSONata into tokens with exact places; blanks are left out. It never fails: what it does not know becomes an
 * `unknown` token, so that an editor can colour and complete text that is half written.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let before: Token | undefined;
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position += 1;
      continue;
    }
    const token = readToken(text, position, before);
    tokens.push(token);
    if (token.type !== 'comment') before = token;
    position = token.to;
  }
  return tokens;
}

/** Tokens that mean something: all but comments. */
export const significantTokens = (text: string): Token[] => tokenize(text).filter(({ type }) => type !== 'comment');

function readToken(text: string, from: number, before: Token | undefined): Token {
  if (canStartRegex(text, from, before)) {
    const to = matchEnd(regexPattern, text, from);
    if (to !== undefined) return { type: 'regex', from, to, text: text.slice(from, to) };
  }
  for (const [type, pattern] of patterns) {
    const to = matchEnd(pattern, text, from);
    if (to === undefined) continue;
    const word = text.slice(from, to);
    return { type: type === 'name' && keywords.has(word) ? 'keyword' : type, from, to, text: word };
  }
  return { type: 'unknown', from, to: from + 1, text: text.charAt(from) };
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null || match[0] === '' ? undefined : from + match[0].length;
}

/** A slash divides behind an operand and starts a regex or comment elsewhere. */
function canStartRegex(text: string, from: number, before: Token | undefined): boolean {
  if (text.charAt(from) !== '/' || text.charAt(from + 1) === '*') return false;
  return before === undefined || before.type === 'operator' || before.type === 'open' || before.type === 'separator';
}

/** For each bracket token the index of its partner; unmatched ones are absent. */
export function matchBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'open') open.push(index);
    if (token.type !== 'close') continue;
    const opener = open.findLast((candidate) => tokens[candidate]?.text === closers[token.text]);
    if (opener === undefined) continue;
    open.length = open.indexOf(opener);
    partners.set(opener, index);
    partners.set(index, opener);
  }
  return partners;
}

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The field name a name or string token stands for: without its quotes. */
export function nameOf(token: Token): string {
  if (token.type === 'name') return token.text.startsWith('`') ? token.text.slice(1).replace(/`$/, '') : token.text;
  if (token.type !== 'string') return token.text;
  try {
    return String(
      JSON.parse(token.text.startsWith("'") ? `"${token.text.slice(1, -1).replaceAll('"', '\\"')}"` : token.text),
    );
  } catch {
    return token.text.slice(1, -1);
  }
}

/** A field name as it is written in a path: quoted with backticks where it has to be. */
export function pathName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !keywords.has(name) ? name : `\`${name}\``;
}
