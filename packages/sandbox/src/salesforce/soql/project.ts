import type { FieldValue, SObject } from '../records/sobject.ts';
import { formatInstant, recordsOf } from '../records/sobject.ts';
import { findChild, findParent } from '../schema/catalog.ts';
import type { Field } from '../schema/field.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { Query } from './ast.ts';
import { queryError } from './query-error.ts';
import type { QueryScope } from './query-scope.ts';
import { resolvePath } from './resolve-path.ts';

export type Project = (record: SObject) => object;

/** Runs a subquery over all records of the child type. */
export type SelectChildren = (child: SObjectType, query: Query) => SObject[];

/** The parts of a record that go into the answer, in the order in which they were first asked for. */
interface Shape {
  readonly type: SObjectType;
  readonly fields: Map<string, Field>;
  readonly parents: Map<string, Shape>;
  readonly children: Map<string, Project>;
  readonly order: string[];
}

/** Turns the SELECT list into a function from a record to its JSON. */
export function compileSelect(
  scope: QueryScope,
  type: SObjectType,
  query: Query,
  selectChildren: SelectChildren,
): Project {
  const shape = emptyShape(type);
  for (const item of query.select) {
    if (item.kind === 'field')
      addField(scope, shape, resolvePath(scope, type, item.path, query.from), item.path.position);
    if (item.kind === 'children') addChildren(scope, shape, item.query, selectChildren);
  }
  return (record) => toJson(scope, shape, record) ?? {};
}

/** The JSON of one record with exactly these fields, as `GET /sobjects/X/id` answers. */
export function projectFields(scope: QueryScope, type: SObjectType, record: SObject, names: readonly string[]): object {
  const shape = emptyShape(type);
  for (const name of names)
    addField(scope, shape, resolvePath(scope, type, { names: name.split('.'), position: 0 }), 0, true);
  return toJson(scope, shape, record) ?? {};
}

export function formatValue(field: Field, value: FieldValue): FieldValue {
  return field.type === 'datetime' && typeof value === 'string' ? formatInstant(value) : value;
}

function emptyShape(type: SObjectType): Shape {
  return { type, fields: new Map(), parents: new Map(), children: new Map(), order: [] };
}

function addField(
  scope: QueryScope,
  root: Shape,
  path: ReturnType<typeof resolvePath>,
  position: number,
  allowsRepeat = false,
): void {
  let shape = root;
  for (const name of path.parents) {
    const parent = findParent(shape.type, name)?.parent ?? shape.type;
    const next = shape.parents.get(name) ?? emptyShape(parent);
    if (!shape.parents.has(name)) shape.order.push(name);
    shape.parents.set(name, next);
    shape = next;
  }
  if (shape.fields.has(path.field.name)) {
    if (allowsRepeat) return;
    throw queryError('MALFORMED_QUERY', scope.source, position, `duplicate field selected: ${path.field.name}`);
  }
  shape.fields.set(path.field.name, path.field);
  shape.order.push(path.field.name);
}

function addChildren(scope: QueryScope, shape: Shape, query: Query, selectChildren: SelectChildren): void {
  const relation = findChild(shape.type, query.from.name);
  if (relation?.name == null) {
    const message = `Didn't understand relationship '${query.from.name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
    throw queryError('INVALID_TYPE', scope.source, query.from.position, message);
  }
  const { name, child, field } = relation;
  const project = compileSelect(scope, child, query, selectChildren);
  // LIMIT and OFFSET hold per parent, so they are applied after grouping.
  const all = selectChildren(child, { ...query, limit: null, offset: 0 });
  const byParent = Map.groupBy(all, (record) => String(record[field.name]));
  const until = query.limit === null ? undefined : query.offset + query.limit;
  shape.order.push(name);
  shape.children.set(name, (parent) => {
    const records = (byParent.get(String(parent['Id'])) ?? []).slice(query.offset, until).map(project);
    return { totalSize: records.length, done: true, records };
  });
}

function toJson(scope: QueryScope, shape: Shape, record: SObject | undefined): object | null {
  if (record === undefined) return null;
  const url = `/services/data/${scope.version}/sobjects/${shape.type.name}/${String(record['Id'])}`;
  const json: Record<string, unknown> = { attributes: { type: shape.type.name, url } };
  for (const name of shape.order) json[name] = readPart(scope, shape, record, name);
  return json;
}

function readPart(scope: QueryScope, shape: Shape, record: SObject, name: string): unknown {
  const field = shape.fields.get(name);
  if (field !== undefined) return formatValue(field, record[name] ?? null);
  const children = shape.children.get(name)?.(record) as { totalSize: number } | undefined;
  if (children !== undefined) return children.totalSize === 0 ? null : children;
  const parentShape = shape.parents.get(name);
  const relation = findParent(shape.type, name);
  if (parentShape === undefined || relation === undefined) return null;
  return toJson(scope, parentShape, recordsOf(scope.state, relation.parent).get(String(record[relation.field.name])));
}
