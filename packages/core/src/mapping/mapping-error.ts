import { positionOf } from './text-position.ts';

/**
 * Codes this module adds to JSONata's own (`S0201`, `T2001`, `D1012` and so on, see docs.jsonata.org). `$required`
 * and other domain functions may raise a business code of the author's choosing, which is why `code` is a string.
 */
export const mappingErrorCodes = {
  functionOff: 'FUNCTION_OFF',
  badArgument: 'BAD_ARGUMENT',
  currencyMismatch: 'CURRENCY_MISMATCH',
  noValueMap: 'VALUE_MAP_UNKNOWN',
  noValueMapEntry: 'VALUE_MAP_NO_ENTRY',
  unsafeKey: 'UNSAFE_KEY',
  notJson: 'RESULT_NOT_JSON',
  internal: 'MAPPING_FAILED',
} as const;

export interface MappingErrorDetails {
  readonly code: string;
  readonly phase: 'parse' | 'evaluate';
  /** The mapping's text, from which line and column are counted. */
  readonly text: string;
  /** Zero-based offset of the first character concerned; absent when the engine gave none. */
  readonly position?: number | undefined;
  /** The word or operator the error is about. */
  readonly token?: string | undefined;
  readonly cause?: unknown;
}

/** A mapping that cannot be read or could not be evaluated; `message` is a sentence for the person who wrote it. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly code: string;
  readonly phase: 'parse' | 'evaluate';
  /** Zero-based offset into the text, or undefined. */
  readonly position: number | undefined;
  /** One-based; undefined where `position` is. */
  readonly line: number | undefined;
  /** One-based, in UTF-16 units; undefined where `position` is. */
  readonly column: number | undefined;
  readonly token: string | undefined;

  constructor(message: string, details: MappingErrorDetails) {
    super(message, { cause: details.cause });
    const place = details.position === undefined ? undefined : positionOf(details.text, details.position);
    this.code = details.code;
    this.phase = details.phase;
    this.position = details.position;
    this.line = place?.line;
    this.column = place?.column;
    this.token = details.token;
  }
}
