import { sentenceOf, type ErrorWords, type MappingSyntaxError, type SyntaxErrorCode } from './syntax-error.ts';

/**
 * Collects errors in the order in which they are found: the first is the one the reference would have thrown. Each place
 * reports one error only, because further ones there follow from the first.
 */
export class ErrorList {
  readonly errors: MappingSyntaxError[] = [];
  readonly #starts = new Set<number>();

  report(code: SyntaxErrorCode, start: number, end: number, words?: ErrorWords): void {
    if (this.#starts.has(start)) return;
    this.#starts.add(start);
    this.errors.push({ code, start, end, message: sentenceOf(code, words) });
  }
}
