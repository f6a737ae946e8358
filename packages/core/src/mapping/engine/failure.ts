import type { TextRange } from '../syntax/syntax-node.ts';

export interface FailureDetails {
  /** The range in the text. The expression that was being evaluated adds it as the failure passes through. */
  readonly range?: TextRange | undefined;
  /** The operator, function or name concerned. */
  readonly token?: string | undefined;
  /** The value that was wrong. */
  readonly value?: unknown;
  /** The other value, when two values do not go together. */
  readonly otherValue?: unknown;
  /** One-based number of the argument concerned. */
  readonly index?: number | undefined;
  readonly cause?: unknown;
}

/**
 * An evaluation that cannot go on. `code` is the reference's code where it has one, else one of `mappingErrorCodes` or a
 * business code of the author's. `compileMapping` turns it into a `MappingError` with line and column.
 */
export class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure';
  readonly code: string;
  range: TextRange | undefined;
  token: string | undefined;
  readonly value: unknown;
  readonly otherValue: unknown;
  readonly index: number | undefined;

  constructor(code: string, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.range = details.range;
    this.token = details.token;
    this.value = details.value;
    this.otherValue = details.otherValue;
    this.index = details.index;
  }
}
