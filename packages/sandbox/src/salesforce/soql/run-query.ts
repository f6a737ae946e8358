import type { SandboxState } from '../../kit/state.ts';
import type { SObject } from '../records/sobject.ts';
import { recordsOf } from '../records/sobject.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { aggregate, isAggregation } from './aggregate.ts';
import type { Query } from './ast.ts';
import { compileCondition } from './compile-condition.ts';
import { parseQuery } from './parse-query.ts';
import { compileSelect } from './project.ts';
import { queryError } from './query-error.ts';
import type { QueryScope } from './query-scope.ts';
import { requireType, resolvePath } from './resolve-path.ts';
import { compileOrder } from './sort.ts';

export interface QueryOutcome {
  readonly totalSize: number;
  /** Records as the API writes them; empty for `SELECT COUNT()`. */
  readonly records: readonly object[];
}

const MAX_OFFSET = 2000;

export interface QueryOptions {
  readonly nowMs: number;
  readonly includesDeleted?: boolean;
  readonly version?: string;
}

/** Runs one SOQL statement. Throws SalesforceError: MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE … */
export function runQuery(state: SandboxState, source: string, options: QueryOptions): QueryOutcome {
  const { nowMs, includesDeleted = false, version = 'v66.0' } = options;
  const scope: QueryScope = { state, source, nowMs, includesDeleted, version };
  const query = parseQuery(source);
  if (query.offset > MAX_OFFSET) {
    throw queryError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      source,
      query.from.position,
      `Maximum SOQL offset allowed is ${MAX_OFFSET}`,
    );
  }
  const type = requireType(scope, query.from);
  if (isAggregation(query)) {
    const matching = selectRecords(scope, type, { ...query, orderBy: [], limit: null, offset: 0 });
    return aggregate(scope, type, query, matching);
  }
  const project = compileSelect(scope, type, query, (child, inner) => selectRecords(scope, child, inner));
  const records = selectRecords(scope, type, query).map(project);
  return { totalSize: records.length, records };
}

/** The records that a query selects, in its order, cut to its limit. */
function selectRecords(scope: QueryScope, type: SObjectType, query: Query): SObject[] {
  const order = compileOrder(scope, type, query);
  const matches =
    query.where === null
      ? () => true
      : compileCondition(scope, type, query.from, query.where, (inner) => selectIds(scope, inner));
  const found = recordsOf(scope.state, type).filter(
    (record) => (scope.includesDeleted || record['IsDeleted'] === false) && matches(record),
  );
  const sorted = order === null ? found : found.sort(order);
  return sorted.slice(query.offset, query.limit === null ? undefined : query.offset + query.limit);
}

/** The values of a semi-join's single id or reference field. */
function selectIds(scope: QueryScope, query: Query): ReadonlySet<string> {
  const type = requireType(scope, query.from);
  const [item, ...more] = query.select;
  if (item?.kind !== 'field' || more.length > 0) {
    throw queryError(
      'MALFORMED_QUERY',
      scope.source,
      query.from.position,
      'A semi-join must select exactly one id or reference field',
    );
  }
  const path = resolvePath(scope, type, item.path, query.from);
  const values = selectRecords(scope, type, query).map((record) => path.read(record));
  return new Set(values.filter((value) => typeof value === 'string'));
}
