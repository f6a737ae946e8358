import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { wholeMarks } from '../kit/changes/whole-marks.ts';
import type { HttpRequest } from '../kit/http-request.ts';
import { page } from '../kit/pagers/page.ts';
import type { Condition, RowQuery } from '../kit/session/row-query.ts';
import type { Call, ObjectWire } from '../kit/session/system.ts';
import { findByReference } from './external-reference.ts';
import { readById } from './oddities/read-by-id.ts';
import { toRecord, unwrap } from './record.ts';
import { resourceOf, ROOT } from './resources.ts';
import { writes } from './writes.ts';

const MARK = 'updated_at';
/**
 * The filter is called “after”, and the vendor does not say whether it includes its own second. The second before is
 * therefore requested.
 */
const INCLUSIVE_MS = 1000;

/** All resources travel alike; what differs between them is in `resources.ts`. */
export const wire: ObjectWire = {
  pager: page({ size: 'per_page', total: 'count' }),
  request: toRequest,
  rows: (body, { name }) => unwrap(body, name),
  keeps: (row, { where }) => where.every((condition) => fits(row, condition)),
  toRecord,
  idForm: /^\d+$/,
  byId: readById,
  byKey: findByReference,
  mark: MARK,
  changes: wholeMarks('deleted_at'),
  writes,
};

function toRequest(_call: Call, object: ObjectManifest, { where, order }: RowQuery): HttpRequest {
  const { always, include, sortsByChange, listsBy } = resourceOf(object.name);
  const filters: Readonly<Record<string, string>> = Object.assign(
    {},
    ...where.map((condition) => toParameter(object, condition)),
  );
  if (listsBy !== undefined && filters[listsBy] === undefined) {
    throw new ConnectorError(`Kantata OX lists ${object.name} only together with ${listsBy}.`, {
      class: 'validation',
      fields: [listsBy],
    });
  }
  const orders = { id: undefined, newest: `${MARK}:desc`, mark: `${MARK}:asc` };
  return {
    method: 'GET',
    path: `${ROOT}/${object.name}.json`,
    query: {
      ...always,
      ...(include.length > 0 && { include: include.join(',') }),
      ...filters,
      // A list that cannot be sorted by it comes in the vendor's own order.
      ...(sortsByChange && { order: orders[order] }),
    },
    isRepeatable: true,
  };
}

/** The part of a query that the vendor's list understands. */
function toParameter(object: ObjectManifest, condition: Condition): Readonly<Record<string, string>> {
  const { filters, nameFilter } = resourceOf(object.name);
  const { field } = condition;
  if (condition.test === 'not-before') {
    return { updated_after: new Date(Date.parse(condition.at) - INCLUSIVE_MS).toISOString() };
  }
  if (condition.test === 'contains') return nameFilter === undefined ? {} : { [nameFilter]: condition.text };
  const parameter = filters[field];
  const isAsked = condition.test === 'equals' && parameter !== undefined && condition.value !== null;
  return isAsked ? { [parameter]: String(condition.value) } : {};
}

/**
 * Compares what the vendor's list may not have compared: some fields have no filter, and its search looks into other
 * fields too. Ids are texts here, and sometimes numbers on the vendor's side.
 */
function fits(row: SourceRecord, condition: Condition): boolean {
  const value = row[condition.field] ?? null;
  if (condition.test === 'contains') {
    return typeof value === 'string' && value.toLowerCase().includes(condition.text.toLowerCase());
  }
  if (condition.test !== 'equals') return true;
  const isText = typeof value === 'number' || typeof value === 'string';
  return isText ? String(value) === String(condition.value) : value === condition.value;
}
