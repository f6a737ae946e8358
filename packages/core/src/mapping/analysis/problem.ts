import type { TextEdit } from '../syntax/text-edit.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { Site } from './site.ts';
import type { PathSegment, SourcePath } from './source-path.ts';

/** The kinds of problem that a mapping can have. The tests have a case for each. */
export const mappingProblemCodes = [
  /** The text cannot be parsed. */
  'SYNTAX',
  'UNKNOWN_VARIABLE',
  'UNKNOWN_FUNCTION',
  /** Too few or too many arguments, or one on which the function fails. */
  'WRONG_ARGUMENT',
  /** An operator fails on one of its operands. */
  'WRONG_OPERAND',
  /** An object has two fields with the same name. The evaluation fails. */
  'REPEATED_FIELD',
  /** The source has no such field. */
  'UNKNOWN_SOURCE',
  /** The target has no such field. */
  'UNKNOWN_TARGET',
  /** The target sets the field itself. */
  'READ_ONLY_TARGET',
  'MISSING_REQUIRED',
  /** The target requires a value, but there may be none. */
  'POSSIBLY_EMPTY',
  'WRONG_TYPE',
  /** A text of another format, such as a date where an instant belongs. */
  'WRONG_FORMAT',
  /** A text or number that the target does not accept. */
  'WRONG_VALUE',
  /** A list or several values where a single one belongs. */
  'LIST_FOR_ONE',
  'ONE_FOR_LIST',
  /** Minutes for hours, cents for whole units, fractions for percent. */
  'UNIT_MISMATCH',
] as const;
export type MappingProblemCode = (typeof mappingProblemCodes)[number];

export interface MappingFix {
  /** A few words on what the fix does. */
  readonly title: string;
  /** For the text that was checked; apply them with `applyEdits`. */
  readonly edits: readonly TextEdit[];
}

export interface MappingProblem {
  readonly code: MappingProblemCode;
  /** `error` for something that is always wrong, `warning` for something that goes wrong with some data. */
  readonly severity: 'error' | 'warning';
  readonly range: TextRange;
  /** What is wrong and what to do, in plain sentences. */
  readonly message: string;
  /** Present only when the fix is clear. */
  readonly fix?: MappingFix;
  /** Of `UNKNOWN_SOURCE`: the places in the source at which there is no such field. Empty for a value of the text's own. */
  readonly places?: readonly MissingPlace[];
}

/** A field of the input, or of the variable `root`, that does not exist. */
export interface MissingPlace {
  readonly root: string | undefined;
  readonly path: readonly PathSegment[];
}

/** A problem as it is found. Its ranges are relative to its unit. */
export interface FoundProblem {
  readonly code: MappingProblemCode;
  readonly severity: MappingProblem['severity'];
  readonly site: Site;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly SiteEdit[] } | undefined;
  /** The places that were read although the source does not have them. */
  readonly paths?: readonly SourcePath[] | undefined;
}

export interface SiteEdit extends Site {
  readonly text: string;
}

/** Edits that insert text before and after an expression. */
export const wrapping = ({ start, end, unit }: Site, before: string, after: string): SiteEdit[] => [
  { start, end: start, unit, text: before },
  { start: end, end, unit, text: after },
];
