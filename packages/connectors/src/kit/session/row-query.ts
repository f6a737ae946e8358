import type { Position } from '../pagers/pager.ts';

export type FilterValue = string | number | boolean | null;

/** One test of a record. All tests of a query must hold. */
export type Condition =
  | { readonly test: 'equals'; readonly field: string; readonly value: FilterValue }
  | { readonly test: 'one-of'; readonly field: string; readonly values: readonly string[] }
  /** Texts with this part, in any case. */
  | { readonly test: 'contains'; readonly field: string; readonly text: string }
  | { readonly test: 'not-before'; readonly field: string; readonly at: string }
  /** Beyond a position in the order of (field, id). */
  | { readonly test: 'after'; readonly field: string; readonly at: string; readonly id: string };

/** What is wanted of an object, before a system puts it into its own words. */
export interface RowQuery {
  readonly where: readonly Condition[];
  /** By id, by the latest change first, or by the earliest change first. */
  readonly order: 'id' | 'newest' | 'mark';
  readonly pageSize: number;
  /** The most records that are wanted over all pages. */
  readonly most?: number | undefined;
  readonly includesDeleted?: boolean | undefined;
  readonly position?: Position | undefined;
}

export function equalTo(values: Readonly<Record<string, FilterValue>>): readonly Condition[] {
  return Object.entries(values).map(([field, value]) => ({ test: 'equals', field, value }));
}
