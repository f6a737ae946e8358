import type { ChangeState } from '@throughline/core/db/schema/change';

/** The views of the list of changes, and the states each shows. */
export const changeFilters = {
  running: ['open', 'in-review', 'approved'],
  review: ['in-review'],
  published: ['published'],
  all: ['open', 'in-review', 'approved', 'published', 'withdrawn'],
} as const satisfies Record<string, readonly ChangeState[]>;

export type ChangeFilter = keyof typeof changeFilters;
export const changeFilterNames = ['running', 'review', 'published', 'all'] as const satisfies readonly ChangeFilter[];
