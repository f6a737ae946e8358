import { unsupportedQuery } from './suiteql-error.ts';
import type { Token } from './tokenize.ts';

/** Reads tokens one by one for the recursive-descent parser. Keywords are matched without regard to case. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #parameters = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[this.#next + ahead] ?? this.#tokens.at(-1);
    if (token === undefined) throw unsupportedQuery('empty query');
    return token;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  isKeyword(...words: string[]): boolean {
    return words.every((word, ahead) => {
      const token = this.peek(ahead);
      return token.kind === 'word' && token.upper === word;
    });
  }

  acceptKeyword(...words: string[]): boolean {
    if (!this.isKeyword(...words)) return false;
    this.#next += words.length;
    return true;
  }

  expectKeyword(word: string): void {
    if (!this.acceptKeyword(word)) throw this.unexpected(word);
  }

  isSymbol(...symbols: string[]): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && symbols.includes(token.text);
  }

  acceptSymbol(...symbols: string[]): string | undefined {
    if (!this.isSymbol(...symbols)) return undefined;
    return this.take().text;
  }

  expectSymbol(symbol: string): void {
    if (this.acceptSymbol(symbol) === undefined) throw this.unexpected(symbol);
  }

  nextParameterIndex(): number {
    this.#parameters += 1;
    return this.#parameters - 1;
  }

  unexpected(wanted: string): Error {
    const token = this.peek();
    const found = token.kind === 'end' ? 'the end of the query' : JSON.stringify(token.text);
    return unsupportedQuery(`expected ${wanted} but found ${found} at ${token.at}`);
  }
}
