import type { TextRange } from '../syntax/syntax-node.ts';

/** One reason why a value is what it is. Outer reasons come before inner ones. */
export type Reason = TextRange & {
  /** A plain sentence. */
  readonly message: string;
} & (
    | {
        /** A step of a path found nothing. */
        readonly kind: 'step';
        /** The value in which the step looked, as plain data. */
        readonly before: unknown;
        /**
         * The existing names that are most similar to the one in the step. If none is similar, all of them, up to a
         * few.
         */
        readonly names: readonly string[];
      }
    /** A filter left nothing. */
    | { readonly kind: 'filter'; readonly before: unknown }
    /** A condition decided it. */
    | { readonly kind: 'condition'; readonly isTrue: boolean }
    /** A default applied. */
    | { readonly kind: 'default' }
    | { readonly kind: 'variable'; readonly name: string }
    /** A function gave nothing for these arguments. */
    | { readonly kind: 'function'; readonly before: readonly unknown[] }
    /** The data or the text says null or blank text. */
    | { readonly kind: 'blank'; readonly value: unknown }
    /** The value exists, but `$compact` or a similar function left it out. */
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
  /** The first evaluation that gave nothing, or else the first one. */
  readonly reasons: readonly Reason[];
  /** The error, when the status is `failed`. */
  readonly failure?: { readonly code: string; readonly message: string; readonly range?: TextRange };
}
