import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import type { ChildList } from '../../kit/object-manifest.ts';
import { requireFields } from '../../kit/object-manifest.ts';
import type { SalesforceContext } from '../context.ts';
import { idOf, toRecord } from '../record.ts';
import { buildSoql, equals, isOneOf } from '../soql.ts';
import type { FilterValue, SoqlQuery } from '../soql.ts';

/** Ids per IN list: 100 of them stay well below the length a URL may have. */
const IDS_PER_QUERY = 100;

export interface Selection {
  readonly fields: readonly string[];
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

export async function selectionOf(
  context: SalesforceContext,
  object: ObjectManifest,
  scope: CallScope,
): Promise<Selection> {
  const { properties = {} } = await context.org.schema(object, scope);
  return { fields: Object.keys(properties), properties };
}

/** @throws ConnectorError `validation` for a field this org does not have. */
export function conditions(
  where: Readonly<Record<string, FilterValue>>,
  object: ObjectManifest,
  selection: Selection,
): readonly string[] {
  requireFields(object, Object.keys(where), new Set(selection.fields));
  return Object.entries(where).map(([name, value]) => equals(name, value, selection.properties[name]));
}

/**
 * All rows of a query over all of its pages. Use it only for bounded queries, such as one record or the children of a
 * page.
 */
export async function queryAllRows(
  context: SalesforceContext,
  query: SoqlQuery,
  scope: CallScope,
): Promise<readonly SourceRecord[]> {
  let page = await withFreshSchema(context, () => context.api.query(buildSoql(query), scope));
  const rows = [...page.records];
  while (!page.done && page.nextRecordsUrl !== undefined) {
    page = await context.api.next(page.nextRecordsUrl, scope);
    rows.push(...page.records);
  }
  return rows;
}

/**
 * A field was removed from the org after we described it. The description is dropped, so that the next call reads it
 * again.
 */
export async function withFreshSchema<T>(context: SalesforceContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ConnectorError && cause.vendorCode === 'INVALID_FIELD') context.org.forgetAll();
    throw cause;
  }
}

/** Puts each child list under its name, with an empty list where there is none. */
export async function withChildren(
  context: SalesforceContext,
  records: readonly SourceRecord[],
  children: readonly ChildList[],
  scope: CallScope,
): Promise<readonly SourceRecord[]> {
  let completed = records;
  for (const child of children) {
    const byParent = await childrenByParent(context, records.map(idOf), child, scope);
    completed = completed.map((record) => ({ ...record, [child.name]: byParent.get(idOf(record)) ?? [] }));
  }
  return completed;
}

async function childrenByParent(
  context: SalesforceContext,
  parentIds: readonly string[],
  child: ChildList,
  scope: CallScope,
): Promise<Map<string, SourceRecord[]>> {
  const { fields } = await selectionOf(context, child.object, scope);
  const byParent = new Map<string, SourceRecord[]>();
  for (let start = 0; start < parentIds.length; start += IDS_PER_QUERY) {
    const ids = parentIds.slice(start, start + IDS_PER_QUERY);
    const query = { fields, object: child.object.name, where: [isOneOf(child.foreignKey, ids)], orderBy: ['Id'] };
    for (const row of await queryAllRows(context, query, scope)) {
      const record = toRecord(row, child.object, fields);
      const parentId = String(record[child.foreignKey]);
      byParent.set(parentId, [...(byParent.get(parentId) ?? []), record]);
    }
  }
  return byParent;
}
