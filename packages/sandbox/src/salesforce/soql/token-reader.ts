import type { SalesforceError } from '../salesforce-error.ts';
import { queryError, unexpectedToken } from './query-error.ts';
import type { QueryErrorCode } from './query-error.ts';
import { tokenize } from './tokenize.ts';
import type { Token, TokenKind } from './tokenize.ts';

/** Walks over the tokens of one query. */
export class TokenReader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(source: string) {
    this.source = source;
    this.#tokens = tokenize(source);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? { kind: 'end', text: '', position: this.source.length };
  }

  next(): Token {
    const token = this.peek();
    this.#index += 1;
    return token;
  }

  isKeyword(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.text.toLowerCase() === word;
  }

  /** Consumes these words if all of them come next. */
  takeKeywords(...words: string[]): boolean {
    if (!words.every((word, ahead) => this.isKeyword(word, ahead))) return false;
    this.#index += words.length;
    return true;
  }

  takeSymbol(symbol: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== symbol) return false;
    this.#index += 1;
    return true;
  }

  expectKeyword(word: string): void {
    if (!this.takeKeywords(word)) throw this.unexpected();
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  expect(kind: TokenKind): Token {
    if (this.peek().kind !== kind) throw this.unexpected();
    return this.next();
  }

  unexpected(token: Token = this.peek()): SalesforceError {
    return unexpectedToken(this.source, token.position, token.text);
  }

  refuse(code: QueryErrorCode, position: number, message: string): SalesforceError {
    return queryError(code, this.source, position, message);
  }
}
