/**
 * The kinds of token. `space` and `comment` are trivia: they carry no meaning but are kept, so that the tokens of any
 * text concatenate to that text.
 */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'operator'
  | 'name'
  | 'variable'
  | 'string'
  | 'number'
  | 'literal'
  | 'regex'
  | 'end';

/** `/pattern/flags`; flags as written, without the `g` every JSONata regex has. */
export interface RegexLiteral {
  readonly pattern: string;
  readonly flags: string;
}

/** Offsets are zero-based UTF-16 units, `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /**
   * The operator's text, the name without backquotes, the variable without `$`, the string with escapes resolved, the
   * number, `true`, `false` or `null`, the regex; `null` for trivia and the end.
   */
  readonly value: string | number | boolean | null | RegexLiteral;
}

export const isTrivia = (token: Token): boolean => token.kind === 'space' || token.kind === 'comment';
