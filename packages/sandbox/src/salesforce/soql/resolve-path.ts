import type { FieldValue, SObject } from '../records/sobject.ts';
import { recordsOf } from '../records/sobject.ts';
import { findField, findParent, findType } from '../schema/catalog.ts';
import type { Field } from '../schema/field.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { Path, Query } from './ast.ts';
import type { QueryScope } from './query-scope.ts';
import { queryError } from './query-error.ts';

const MAX_PARENTS = 5;

export interface ResolvedPath {
  /** The parent relationships on the way, in the catalogue's spelling. */
  readonly parents: readonly string[];
  readonly type: SObjectType;
  readonly field: Field;
  /** The value for a record of the queried type; null when a parent on the way is missing. */
  readonly read: (record: SObject) => FieldValue;
}

/** Finds the field that a path refers to. Throws INVALID_FIELD in the platform's words. */
export function resolvePath(scope: QueryScope, type: SObjectType, path: Path, from?: Query['from']): ResolvedPath {
  const names = dropAlias(path.names, type, from);
  const parents: string[] = [];
  const steps: ((record: SObject) => SObject | undefined)[] = [];
  let current = type;
  for (const name of names.slice(0, -1)) {
    const relation = findParent(current, name);
    if (relation === undefined || parents.length >= MAX_PARENTS) throw unknownRelationship(scope, path, name);
    const { field, parent } = relation;
    steps.push((record) => recordsOf(scope.state, parent).get(String(record[field.name])));
    parents.push(field.relationshipName ?? name);
    current = parent;
  }
  const field = findField(current, names.at(-1) ?? '');
  if (field === undefined) throw unknownColumn(scope, path, names.at(-1) ?? '', current);
  return {
    parents,
    type: current,
    field,
    read: (record) => {
      let at: SObject | undefined = record;
      for (const step of steps) at = at === undefined ? undefined : step(at);
      return at?.[field.name] ?? null;
    },
  };
}

/** `o.Name` with `FROM Opportunity o`, and `Opportunity.Name`, both mean `Name`. */
function dropAlias(names: readonly string[], type: SObjectType, from?: Query['from']): readonly string[] {
  const [first] = names;
  if (names.length < 2 || first === undefined || findParent(type, first) !== undefined) return names;
  const known = [from?.alias, from?.name].filter((each) => typeof each === 'string').map((each) => each.toLowerCase());
  return known.includes(first.toLowerCase()) ? names.slice(1) : names;
}

function unknownRelationship(scope: QueryScope, path: Path, name: string) {
  const message = `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
  return queryError('INVALID_FIELD', scope.source, path.position, message);
}

function unknownColumn(scope: QueryScope, path: Path, name: string, type: SObjectType) {
  const message = `No such column '${name}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return queryError('INVALID_FIELD', scope.source, path.position, message);
}

export function requireType(scope: QueryScope, from: Query['from']): SObjectType {
  const type = findType(from.name);
  if (type !== undefined) return type;
  const message = `sObject type '${from.name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
  throw queryError('INVALID_TYPE', scope.source, from.position, message);
}
