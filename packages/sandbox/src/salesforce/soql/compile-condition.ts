import type { SObject } from '../records/sobject.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { Condition, Query } from './ast.ts';
import { compileComparison, compileSet } from './compile-comparison.ts';
import { queryError } from './query-error.ts';
import type { QueryScope, SelectIds } from './query-scope.ts';
import { resolvePath } from './resolve-path.ts';
import type { ResolvedPath } from './resolve-path.ts';

export type Predicate = (record: SObject) => boolean;

/** Turns a condition into a test on records; names and types are checked now, not per record. */
export function compileCondition(
  scope: QueryScope,
  type: SObjectType,
  from: Query['from'],
  condition: Condition,
  selectIds: SelectIds,
): Predicate {
  const compile = (inner: Condition): Predicate => compileCondition(scope, type, from, inner, selectIds);
  switch (condition.kind) {
    case 'and': {
      const parts = condition.conditions.map(compile);
      return (record) => parts.every((part) => part(record));
    }
    case 'or': {
      const parts = condition.conditions.map(compile);
      return (record) => parts.some((part) => part(record));
    }
    case 'not': {
      const part = compile(condition.condition);
      return (record) => !part(record);
    }
    case 'comparison': {
      const path = filterable(scope, resolvePath(scope, type, condition.path, from), condition.path.position);
      const test = compileComparison(scope, path.field, condition.operator, condition.value);
      return (record) => test(path.read(record));
    }
    case 'in': {
      const path = filterable(scope, resolvePath(scope, type, condition.path, from), condition.path.position);
      const test = compileSet(scope, path.field, condition.values, selectIds);
      return (record) => test(path.read(record)) !== condition.isNegated;
    }
  }
}

function filterable(scope: QueryScope, path: ResolvedPath, position: number): ResolvedPath {
  if (path.field.type !== 'textarea' || path.field.length <= 255) return path;
  throw queryError(
    'INVALID_FIELD',
    scope.source,
    position,
    `field '${path.field.name}' can not be filtered in a query call`,
  );
}
