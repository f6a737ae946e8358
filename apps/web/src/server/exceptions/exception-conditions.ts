import { and, eq, ilike, isNull, ne, or, type SQL } from 'drizzle-orm';
import { exception } from '@throughline/core/db/schema/run';
import { containsPattern } from '../search/contains-pattern.ts';
import type { ExceptionFilter } from './exception-filters.ts';

export interface ExceptionQuery {
  readonly environmentId: string;
  readonly text: string;
  readonly filter: ExceptionFilter;
  readonly code?: string | undefined;
  /** A user id, or `nobody`. */
  readonly owner?: string | undefined;
}

/** The rows that an inbox view shows. The flat list and the groups share it, so that their counts agree. */
export const exceptionConditions = ({ environmentId, text, filter, code, owner }: ExceptionQuery): SQL | undefined => {
  const pattern = containsPattern(text);
  return and(
    eq(exception.environmentId, environmentId),
    filter === 'all'
      ? undefined
      : filter === 'open'
        ? ne(exception.state, 'resolved')
        : eq(exception.state, 'resolved'),
    code === undefined ? undefined : eq(exception.code, code),
    owner === undefined
      ? undefined
      : owner === 'nobody'
        ? isNull(exception.ownerUserId)
        : eq(exception.ownerUserId, owner),
    text === ''
      ? undefined
      : or(
          ilike(exception.code, pattern),
          ilike(exception.message, pattern),
          ilike(exception.businessKey, pattern),
          ilike(exception.businessLabel, pattern),
        ),
  );
};
