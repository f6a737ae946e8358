import { sentenceOf, type ErrorWords, type MappingSyntaxError, type SyntaxErrorCode } from './syntax-error.ts';

/**
 * Collects errors in the order in which they are found. The first is the one that the reference would have thrown. Only
 * one error is reported per position, because further ones there follow from the first.
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
