import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { watermark } from '../kit/changes/watermark.ts';
import { byIds } from '../kit/children/by-ids.ts';
import type { HttpRequest } from '../kit/http-request.ts';
import { checkDrift, parseWire } from '../kit/parse-wire.ts';
import type { Condition, RowQuery } from '../kit/session/row-query.ts';
import type { Call, ObjectWire } from '../kit/session/system.ts';
import { keyField, root } from './addresses.ts';
import { collections } from './oddities/collections.ts';
import { isShort, shortPages, SMALLEST_BATCH } from './oddities/short-pages.ts';
import { buildSoql, contains, equals, isAfter, isOneOf, literal, quote } from './soql.ts';

const MARK = 'SystemModstamp';

const queryReply = z.object({ records: z.array(z.record(z.string(), z.unknown())) });

/** All objects of the platform travel alike. */
export const wire: ObjectWire = {
  pager: shortPages,
  request: toRequest,
  rows: (body) => parseWire(queryReply, body, 'Salesforce', 'a query').records,
  toRecord,
  // Ids share one parameter with commas between them, so a comma in one would delete another record.
  idForm: /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/,
  keyField,
  // 100 ids in an IN list stay well below the length that an address may have.
  children: byIds(100),
  mark: MARK,
  changes: watermark('IsDeleted'),
  writes: collections,
};

/**
 * `queryAll` also shows the recycle bin. It is used instead of the `deleted` resource, because that resource lists a
 * deletion and the changes before it separately, by two clocks.
 */
function toRequest(call: Call, object: ObjectManifest, query: RowQuery, { properties = {} }: JsonSchema): HttpRequest {
  const where = query.where.map((condition) => toSoql(condition, properties));
  const { after } = query.position ?? {};
  if (after !== undefined) where.push(`Id > ${quote(String(after))}`);
  const orders = { id: ['Id'], newest: [`${MARK} DESC`, 'Id DESC'], mark: [MARK, 'Id'] };
  const q = buildSoql({
    fields: Object.keys(properties),
    object: object.name,
    where,
    orderBy: orders[query.order],
    limit: query.most ?? (isShort(query) ? query.pageSize : undefined),
  });
  return {
    method: 'GET',
    path: `${root(call)}/${query.includesDeleted === true ? 'queryAll' : 'query'}`,
    query: { q },
    headers: { 'sforce-query-options': `batchSize=${Math.max(query.pageSize, SMALLEST_BATCH)}` },
    isRepeatable: true,
  };
}

function toSoql(condition: Condition, properties: Readonly<Record<string, JsonSchema>>): string {
  const { field } = condition;
  switch (condition.test) {
    case 'equals':
      return equals(field, condition.value, properties[field]);
    case 'one-of':
      return isOneOf(field, condition.values);
    case 'contains':
      return contains(field, condition.text);
    case 'not-before':
      return `${field} >= ${literal(condition.at, field, { format: 'date-time' })}`;
    case 'after':
      return isAfter(field, condition.at, condition.id);
  }
}

/** A query row without `attributes`, and without the fields that the org holds no value for. */
function toRecord(row: SourceRecord, object: ObjectManifest, { properties = {} }: JsonSchema): SourceRecord {
  checkDrift(row, object, Object.keys(properties), 'Salesforce');
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => name !== 'attributes' && value !== null));
}
