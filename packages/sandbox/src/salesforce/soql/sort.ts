import type { FieldValue, SObject } from '../records/sobject.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { Query } from './ast.ts';
import { comparable, compare } from './compile-comparison.ts';
import { queryError } from './query-error.ts';
import type { QueryScope } from './query-scope.ts';
import { resolvePath } from './resolve-path.ts';

type Order = (left: SObject, right: SObject) => number;

/**
 * A comparison for ORDER BY, or null when there is none. Nulls come first unless asked otherwise, whatever the
 * direction.
 */
export function compileOrder(scope: QueryScope, type: SObjectType, query: Query): Order | null {
  if (query.orderBy.length === 0) return null;
  const items = query.orderBy.map((item): Order => {
    const path = resolvePath(scope, type, item.path, query.from);
    if (path.field.type === 'textarea' && path.field.length > 255) {
      throw queryError(
        'INVALID_FIELD',
        scope.source,
        item.path.position,
        `field '${path.field.name}' can not be sorted in a query call`,
      );
    }
    const read = (record: SObject): FieldValue => comparable(path.field, path.read(record));
    return (left, right) => {
      const [a, b] = [read(left), read(right)];
      if (a === null || b === null) return a === b ? 0 : (a === null) === item.areNullsLast ? 1 : -1;
      return item.isDescending ? compare(b, a) : compare(a, b);
    };
  });
  return (left, right) => {
    for (const item of items) {
      const order = item(left, right);
      if (order !== 0) return order;
    }
    return 0;
  };
}
