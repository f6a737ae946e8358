import type { TextRange } from './syntax/syntax-node.ts';
import { positionOf } from './text-position.ts';

/**
 * Codes that this module adds to JSONata's own (`S0201`, `T2001`, `D1012` and so on, see docs.jsonata.org). `$required`
 * and other domain functions may raise a business code of the author's choosing, so `code` is a string.
 */
export const mappingErrorCodes = {
  functionOff: 'FUNCTION_OFF',
  badArgument: 'BAD_ARGUMENT',
  currencyMismatch: 'CURRENCY_MISMATCH',
  noValueMap: 'VALUE_MAP_UNKNOWN',
  noValueMapEntry: 'VALUE_MAP_NO_ENTRY',
  unsafeKey: 'UNSAFE_KEY',
  notJson: 'RESULT_NOT_JSON',
  tooManySteps: 'TOO_MANY_STEPS',
  textTooLong: 'TEXT_TOO_LONG',
  resultTooLarge: 'RESULT_TOO_LARGE',
  regexUnsafe: 'REGEX_UNSAFE',
  internal: 'MAPPING_FAILED',
} as const;

export interface MappingErrorDetails {
  readonly code: string;
  readonly phase: 'parse' | 'evaluate';
  /** The mapping's text, in which line and column are counted. */
  readonly text: string;
  /** Zero-based, `end` exclusive. */
  readonly range?: TextRange | undefined;
  /** The word or operator the error is about. */
  readonly token?: string | undefined;
  readonly cause?: unknown;
}

/** A mapping that cannot be parsed or could not be evaluated. `message` is a sentence for the person who wrote it. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly code: string;
  readonly phase: 'parse' | 'evaluate';
  /** The part of the text that the error is about: zero-based, `end` exclusive. Undefined if there is no such part. */
  readonly range: TextRange | undefined;
  /** The start of the range; undefined if there is no range. */
  readonly position: number | undefined;
  /** One-based; undefined where `position` is. */
  readonly line: number | undefined;
  /** One-based, in UTF-16 units; undefined where `position` is. */
  readonly column: number | undefined;
  readonly token: string | undefined;

  constructor(message: string, details: MappingErrorDetails) {
    super(message, { cause: details.cause });
    const { range } = details;
    const place = range === undefined ? undefined : positionOf(details.text, range.start);
    this.code = details.code;
    this.phase = details.phase;
    this.range = range && { start: range.start, end: range.end };
    this.position = range?.start;
    this.line = place?.line;
    this.column = place?.column;
    this.token = details.token;
  }
}
