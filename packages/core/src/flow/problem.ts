/**
 * Everything that can be wrong with a document. The list is closed: the designer has a place for each problem, and the
 * tests have a case for each.
 */
export const problemCodes = [
  // The document's shape.
  'NOT_A_DOCUMENT',
  'FORMAT_UNKNOWN',
  'SHAPE',
  'NOT_FILLED_IN',
  'UNKNOWN_FIELD_IN_DOCUMENT',
  'EMPTY_BODY',
  // Steps and their order.
  'DUPLICATE_STEP_ID',
  'UNKNOWN_SLOT',
  'DUPLICATE_SLOT',
  'UNKNOWN_STEP',
  'STEP_NOT_RUN',
  'STEP_MAY_NOT_RUN',
  'STEP_DISABLED',
  'ITEM_OUTSIDE_FOR_EACH',
  'UNREACHABLE_STEP',
  'TOO_MANY_STEPS',
  'TOO_DEEP',
  'TOO_WIDE',
  // Expressions.
  'EXPRESSION_SYNTAX',
  'UNKNOWN_VARIABLE',
  'UNKNOWN_FUNCTION',
  'UNKNOWN_OUTPUT',
  'UNKNOWN_DATA',
  'CONSTANT_CONDITION',
  // Connections, objects, fields.
  'UNKNOWN_CONNECTION',
  'UNKNOWN_OBJECT',
  'UNKNOWN_CHILD',
  'UNKNOWN_FIELD',
  'READ_ONLY_FIELD',
  'NOT_A_LOOKUP_FIELD',
  'NOT_WRITABLE',
  'UNSUPPORTED_OPERATION',
  'MISSING_REQUIRED_FIELD',
  'NO_RECORD',
  'TWO_RECORDS',
  'MISSING_IDENTITY',
  'DELIVERY_CLASH',
  'NO_EXTERNAL_ID',
  'NO_CHANGE_FEED',
  'NO_WEBHOOK',
  // What else a flow names.
  'UNKNOWN_MAPPING',
  'UNKNOWN_VALUE_MAP',
  'UNKNOWN_FLOW',
  'UNKNOWN_ENTITY',
  'FLOW_NOT_CALLABLE',
  'CALL_RECURSION',
  'SCHEMA_MISMATCH',
  'UNKNOWN_SCHEMA',
  'BAD_RECIPIENT',
  // Settings.
  'BAD_CRON',
  'BAD_TIME_ZONE',
  // Mappings and value maps.
  'MAPPING_SHAPE',
  'TEST_FAILED',
  'TEST_NOT_RUN',
  'DUPLICATE_KEY',
  'EMPTY_KEY',
  'EMPTY_VALUE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** An `error` prevents submitting and publishing. A `warning` is shown to the reviewer. */
export type ProblemSeverity = 'error' | 'warning';

export interface Problem {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** One sentence that says what is wrong, where, and what to do. */
  readonly message: string;
  /** The step it belongs to, so that the designer can jump there. */
  readonly stepId?: string;
  /** Zero-based offsets in the text at `pointer`, when that is an expression. */
  readonly range?: { readonly start: number; readonly end: number };
}

export const isError = (problem: Problem): boolean => problem.severity === 'error';
