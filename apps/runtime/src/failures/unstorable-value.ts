import { StatementError } from '@throughline/core/db/database-error';

export interface UnstorableValue {
  readonly code: 'TEXT_NOT_STORABLE' | 'VALUE_TOO_LONG';
  readonly message: string;
  /** What people can do about it when the value belongs to a record. */
  readonly advice: string;
}

/** What the database refused to store of an event or a record, or undefined when the error is another one. */
export function unstorableValue(error: unknown, whose: 'event' | 'record'): UnstorableValue | undefined {
  if (!(error instanceof StatementError)) return undefined;
  if (error.isTextRefused) {
    return {
      code: 'TEXT_NOT_STORABLE',
      message: `A text of this ${whose} holds the NUL character or half a surrogate pair, which cannot be stored.`,
      advice: 'Correct it in the source system, or remove it in the mapping.',
    };
  }
  if (error.isTooLong) {
    return {
      code: 'VALUE_TOO_LONG',
      message: `A value of this ${whose} is longer than can be stored.`,
      advice: 'Shorten it in the source system, or leave it out in the mapping.',
    };
  }
  return undefined;
}
