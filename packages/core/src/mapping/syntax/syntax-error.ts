/**
 * Codes of errors that are found without evaluating. `S…` are the reference's own (docs.jsonata.org). The others are
 * for cases in which it throws a plain JavaScript error or runs out of stack.
 */
export type SyntaxErrorCode =
  | 'S0101'
  | 'S0102'
  | 'S0103'
  | 'S0104'
  | 'S0105'
  | 'S0106'
  | 'S0201'
  | 'S0202'
  | 'S0203'
  | 'S0204'
  | 'S0207'
  | 'S0208'
  | 'S0209'
  | 'S0210'
  | 'S0211'
  | 'S0212'
  | 'S0213'
  | 'S0214'
  | 'S0215'
  | 'S0216'
  | 'S0217'
  | 'S0301'
  | 'S0302'
  | 'S0401'
  | 'S0402'
  | 'REGEX_INVALID'
  | 'SIGNATURE_INVALID'
  | 'TOO_DEEP';

/** An error in a text: its range (zero-based, `end` exclusive; empty at the end of the text) and a sentence. */
export interface MappingSyntaxError {
  readonly code: SyntaxErrorCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Words for the sentence: the token that was found and the one that was expected. */
export interface ErrorWords {
  readonly found?: string;
  readonly wanted?: string;
}

/** The sentence a person reads. */
export function sentenceOf(code: SyntaxErrorCode, { found = '', wanted = '' }: ErrorWords = {}): string {
  return sentences[code](found, wanted);
}

const sentences = {
  S0101: () => 'This text has no closing quote.',
  S0102: (found) => `The number ${found} is too large.`,
  S0103: (found) => `\\${found} is not an escape; write \\\\ for a backslash.`,
  S0104: () => 'After \\u there must be four hexadecimal digits.',
  S0105: () => 'This name has no closing backquote (`).',
  S0106: () => 'This comment has no closing */.',
  S0201: (found) => `The expression is complete before “${found}”; an operator is missing, or “${found}” is too much.`,
  S0202: (found, wanted) => `Here a ${wanted} is expected, not ${found}.`,
  S0203: (_, wanted) => `The text ends where a ${wanted} is expected.`,
  S0204: (found) => `${found} is not an operator.`,
  S0207: () => 'The text ends where a value is expected.',
  S0208: (found) => `A function's parameters are variables, such as $x; ${found} is not one.`,
  S0209: () => 'A filter cannot follow a grouping; put the grouping in parentheses first.',
  S0210: () => 'A step can be grouped only once.',
  S0211: (found) => `A value is expected before ${found}.`,
  S0212: () => 'Left of := there must be a variable, such as $x.',
  S0213: (found) => `${found} cannot be a step of a path.`,
  S0214: (found) => `After ${found} there must be a variable, such as $x.`,
  S0215: () => 'The variable after @ must come before the filters of a step.',
  S0216: () => 'The variable after @ must come before the sorting of a step.',
  S0217: () => 'There is nothing here that % could be the parent of.',
  S0301: () => 'A regular expression cannot be empty.',
  S0302: () => 'This regular expression has no closing /.',
  S0401: () => 'In a signature only a and f can have a type in angle brackets.',
  S0402: () => 'In a signature a choice in parentheses cannot hold angle brackets.',
  REGEX_INVALID: () => 'This regular expression is not valid.',
  SIGNATURE_INVALID: () => 'This signature is not valid.',
  TOO_DEEP: () => 'The expression is nested too deeply; move parts of it into variables.',
} satisfies Record<SyntaxErrorCode, (found: string, wanted: string) => string>;
