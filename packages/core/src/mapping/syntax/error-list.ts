import { sentenceOf, type ErrorWords, type MappingSyntaxError, type SyntaxErrorCode } from './syntax-error.ts';

/**
 * Errors in the order in which they were found: the first is the one the reference would have thrown. One per place,
 * because whatever else is found where something was wrong already follows from it.
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
