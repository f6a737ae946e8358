import { parseMapping, type ParsedMapping } from '@throughline/core/mapping';

/** Parses a text once for everything that is asked about it. */
export class LastParsed {
  #last: { readonly text: string; readonly parsed: ParsedMapping } | undefined;

  of(text: string): ParsedMapping {
    if (this.#last?.text !== text) this.#last = { text, parsed: parseMapping(text) };
    return this.#last.parsed;
  }
}
