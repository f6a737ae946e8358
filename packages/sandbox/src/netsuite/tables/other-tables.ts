import { displayName } from '../records/display-name.ts';
import { RECORD_TYPES } from '../records/record-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import { readField } from '../records/render-record.ts';
import { idOf, textOf } from '../records/stored-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { NULL_CELL } from '../suiteql/table.ts';
import type { Cell, Table, TableRow } from '../suiteql/table.ts';
import { idValue, toRow } from './to-cell.ts';

/** Tables that are not simply a view of one record type. */
export function otherTables(store: RecordStore): Table[] {
  return [entityTable(store), itemTable(store), relationshipTable(store), deletedRecordTable(store)];
}

function entityTable(store: RecordStore): Table {
  const kinds = { customer: 'CustJob', job: 'Job', employee: 'Employee' } as const;
  return {
    name: 'entity',
    columns: ['id', 'entityid', 'altname', 'type', 'externalid', 'email', 'isinactive'],
    rows: () =>
      (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((type) =>
        store.list(type).map((record) => ({
          id: { value: idValue(record.id) },
          entityid: textCell(record, 'entityId'),
          altname: altName(record),
          type: { value: kinds[type], display: RECORD_TYPES[type].label },
          externalid: textCell(record, 'externalId'),
          email: textCell(record, 'email'),
          isinactive: { value: record.values['isInactive'] === true ? 'T' : 'F' },
        })),
      ),
  };
}

function altName(record: StoredRecord): Cell {
  const name = textOf(record.values, 'altName') ?? textOf(record.values, 'companyName');
  return name === undefined ? NULL_CELL : { value: name };
}

function itemTable(store: RecordStore): Table {
  const names = ['itemId', 'displayName', 'description', 'externalId', 'isInactive', 'lastModifiedDate'];
  const { fields } = RECORD_TYPES.serviceSaleItem;
  return {
    name: 'item',
    columns: ['id', 'itemtype', 'subtype', ...names.map((each) => each.toLowerCase())],
    rows: () =>
      store.list('serviceSaleItem').map((record) => ({
        ...toRow(store, fields, names, (name) => readField(record, name)),
        id: { value: idValue(record.id) },
        itemtype: { value: 'Service', display: 'Service' },
        subtype: { value: 'Sale', display: 'For Sale' },
      })),
  };
}

/** Every customer has a row for its primary subsidiary and one for each further relationship. */
function relationshipTable(store: RecordStore): Table {
  const row = (id: number, entity: string, subsidiary: string, isPrimary: boolean): TableRow => ({
    id: { value: id },
    entity: { value: idValue(entity), ...displayOf(store.get('customer', entity)) },
    subsidiary: { value: idValue(subsidiary), ...displayOf(store.get('subsidiary', subsidiary)) },
    isprimarysub: { value: isPrimary ? 'T' : 'F' },
    isinactive: { value: 'F' },
  });
  return {
    name: 'customersubsidiaryrelationship',
    columns: ['id', 'entity', 'subsidiary', 'isprimarysub', 'isinactive'],
    rows: () => [
      ...store
        .list('customer')
        .map((each) => row(100_000 + Number(each.id), each.id, idOf(each.values, 'subsidiary') ?? '', true)),
      ...store
        .list('customerSubsidiaryRelationship')
        .map((each) =>
          row(Number(each.id), idOf(each.values, 'entity') ?? '', idOf(each.values, 'subsidiary') ?? '', false),
        ),
    ],
  };
}

function deletedRecordTable(store: RecordStore): Table {
  return {
    name: 'deletedrecord',
    columns: ['recordid', 'name', 'type', 'scriptid', 'deleteddate', 'deletedby', 'context', 'iscustomrecord'],
    rows: () =>
      store.deleted().map((each) => ({
        recordid: { value: idValue(each.recordId) },
        name: { value: each.name },
        type: { value: RECORD_TYPES[each.type].label },
        scriptid: { value: each.type.toLowerCase() },
        deleteddate: { value: new Date(each.deletedAt) },
        deletedby: NULL_CELL,
        context: { value: 'RESTWEBSERVICES' },
        iscustomrecord: { value: 'F' },
      })),
  };
}

function displayOf(record: StoredRecord | undefined): { display?: string } {
  return record === undefined ? {} : { display: displayName(record) };
}

function textCell(record: StoredRecord, field: string): Cell {
  const value = textOf(record.values, field);
  return value === undefined ? NULL_CELL : { value };
}
