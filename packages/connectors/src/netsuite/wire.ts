import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { watermark } from '../kit/changes/watermark.ts';
import { withDeletions } from '../kit/changes/with-deletions.ts';
import type { HttpRequest } from '../kit/http-request.ts';
import { offset } from '../kit/pagers/offset.ts';
import type { RowQuery } from '../kit/session/row-query.ts';
import type { Call, ObjectWire } from '../kit/session/system.ts';
import { deletedRecords } from './oddities/deleted-records.ts';
import { findRecordId, readRecord, recordWrites } from './oddities/record-service.ts';
import { rowToRecord } from './record.ts';
import { selectionOf, selectList } from './selection.ts';
import { markOrder } from './sql.ts';
import { rowsOf, suiteql, toSql } from './suiteql.ts';

/** Lists and changes show header fields by SuiteQL; a single record comes whole from the record service. */
export const wire: ObjectWire = {
  pager: offset('hasMore'),
  request: toRequest,
  rows: rowsOf,
  toRecord: (row, object, schema) => rowToRecord(row, object, selectionOf(object, schema).fields),
  filterable: (object, schema) => selectionOf(object, schema).fields,
  idForm: /^-?\d+$/,
  byId: (call, object, id) => readRecord(call, object, id),
  byKey: (call, object, key) => readRecord(call, object, `eid:${key}`),
  idByKey: (call, object, key) => findRecordId(call, object, `eid:${key}`),
  mark: 'lastModifiedDate',
  changes: withDeletions(watermark(), deletedRecords),
  writes: recordWrites,
};

/** Every query has an order, because without one the vendor's pages overlap. */
function toRequest(_call: Call, object: ObjectManifest, { where, order }: RowQuery, schema: JsonSchema): HttpRequest {
  const selection = selectionOf(object, schema);
  const { binding, column } = selection;
  const conditions = [
    ...(binding.where === undefined ? [] : [binding.where]),
    ...where.map((condition) => toSql(condition, selection)),
  ];
  const mark = column('lastModifiedDate');
  const orders = {
    id: 'r.id',
    newest: binding.hasMark ? `${mark} DESC, r.id DESC` : 'r.id DESC',
    mark: `${markOrder(mark)}, r.id`,
  };
  const query = [
    `SELECT ${selectList(selection)} FROM ${binding.from}`,
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    `ORDER BY ${orders[order]}`,
  ];
  return suiteql(query.filter(Boolean).join(' '));
}
