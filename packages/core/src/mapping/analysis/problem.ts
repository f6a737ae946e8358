import type { TextEdit } from '../syntax/text-edit.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { Site } from './site.ts';

/** The kinds of problem that a mapping can have; the tests show each. */
export const mappingProblemCodes = [
  /** The text cannot be read. */
  'SYNTAX',
  'UNKNOWN_VARIABLE',
  'UNKNOWN_FUNCTION',
  /** Too few or too many, or one that the function fails on. */
  'WRONG_ARGUMENT',
  /** An operator fails on what stands beside it. */
  'WRONG_OPERAND',
  /** One object, two fields of one name: evaluation fails. */
  'REPEATED_FIELD',
  /** The source has no such field. */
  'UNKNOWN_SOURCE',
  /** The target has no such field. */
  'UNKNOWN_TARGET',
  'MISSING_REQUIRED',
  /** The target needs a value and there may be none. */
  'POSSIBLY_EMPTY',
  'WRONG_TYPE',
  /** A text of another kind: a date where an instant belongs. */
  'WRONG_FORMAT',
  /** A text or number that the target does not take. */
  'WRONG_VALUE',
  /** A list, or several values, where one belongs. */
  'LIST_FOR_ONE',
  'ONE_FOR_LIST',
  /** Minutes for hours, cents for whole units, fractions for percent. */
  'UNIT_MISMATCH',
] as const;
export type MappingProblemCode = (typeof mappingProblemCodes)[number];

export interface MappingFix {
  /** A few words on what it does. */
  readonly title: string;
  /** For the text that was checked; see `applyEdits`. */
  readonly edits: readonly TextEdit[];
}

export interface MappingProblem {
  readonly code: MappingProblemCode;
  /** `error` for what cannot be right, `warning` for what goes wrong with some data. */
  readonly severity: 'error' | 'warning';
  readonly range: TextRange;
  /** What, and what to do, in plain sentences. */
  readonly message: string;
  /** Only where it is clear. */
  readonly fix?: MappingFix;
}

/** A problem as it is found: its places are those of its unit. */
export interface FoundProblem {
  readonly code: MappingProblemCode;
  readonly severity: MappingProblem['severity'];
  readonly site: Site;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly SiteEdit[] } | undefined;
}

export interface SiteEdit extends Site {
  readonly text: string;
}

/** Edits that put something before and behind an expression. */
export const wrapping = ({ start, end, unit }: Site, before: string, after: string): SiteEdit[] => [
  { start, end: start, unit, text: before },
  { start: end, end, unit, text: after },
];
