import { recordsOf } from '../records/sobject.ts';
import type { SObject } from '../records/sobject.ts';
import { notFound } from '../salesforce-error.ts';
import { findChild, findParent } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { parameter } from './operation.ts';
import type { ApiCall, ApiResponse } from './operation.ts';
import { projectRecord, readResponse } from './record-operations.ts';

/** `/sobjects/Opportunity/<id>/Account` is the parent; `…/OpportunityLineItems` the children as a query result. */
export function readRelated(call: ApiCall, type: SObjectType, id: string): ApiResponse {
  const record = recordsOf(call.unit.state, type).get(id);
  if (record === undefined || record['IsDeleted'] === true) throw notFound();
  const name = parameter(call, 'value');
  const up = findParent(type, name);
  if (up !== undefined) {
    const parent = recordsOf(call.unit.state, up.parent).get(String(record[up.field.name]));
    if (parent === undefined) throw notFound();
    return readResponse(call, up.parent, parent);
  }
  const down = findChild(type, name);
  if (down === undefined) throw notFound();
  const isChild = (each: SObject): boolean => each[down.field.name] === id && each['IsDeleted'] === false;
  const fields = call.query.get('fields')?.split(',');
  const children = recordsOf(call.unit.state, down.child).filter(isChild);
  const records = children.map((child) => projectRecord(call, down.child, child, fields));
  return { status: 200, body: { totalSize: records.length, done: true, records } };
}
