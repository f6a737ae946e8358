import type { TextRange } from '../syntax/syntax-node.ts';

/** Why a value is what it is: one reason, outer ones before inner ones. */
export type Reason = TextRange & {
  /** A plain sentence. */
  readonly message: string;
} & (
    | {
        /** A step of a path found nothing. */
        readonly kind: 'step';
        /** The value in which the step was looked for, as plain data. */
        readonly before: unknown;
        /** Names there that are most like the one looked for; all of them, up to a few, where none is. */
        readonly names: readonly string[];
      }
    /** A filter left nothing over. */
    | { readonly kind: 'filter'; readonly before: unknown }
    /** A condition decided it. */
    | { readonly kind: 'condition'; readonly isTrue: boolean }
    /** A default stepped in. */
    | { readonly kind: 'default' }
    | { readonly kind: 'variable'; readonly name: string }
    /** A function gave nothing for these arguments. */
    | { readonly kind: 'function'; readonly before: readonly unknown[] }
    /** The data, or the text, says null or blank text. */
    | { readonly kind: 'blank'; readonly value: unknown }
    /** The value is there, and `$compact` or the like left it out. */
    | { readonly kind: 'dropped' }
  );

export interface Explanation {
  /** `unset`: the text builds no such field. */
  readonly status: 'filled' | 'empty' | 'failed' | 'unset';
  /** The expressions that give the field. */
  readonly ranges: readonly TextRange[];
  /** The number of evaluations, one per item in lists, and how many of them gave something. */
  readonly evaluated: number;
  readonly filled: number;
  /** The first evaluation in which it was empty, or else the first one. */
  readonly reasons: readonly Reason[];
  /** The error, when the status is `failed`. */
  readonly failure?: { readonly code: string; readonly message: string; readonly range?: TextRange };
}
