import { displayName } from '../records/display-name.ts';
import { RECORD_TYPES } from '../records/record-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import { readField } from '../records/render-record.ts';
import { linesOf, numberOf } from '../records/stored-record.ts';
import type { StoredLine, StoredRecord } from '../records/stored-record.ts';
import type { Cell, Table, TableRow } from '../suiteql/table.ts';
import { NULL_CELL } from '../suiteql/table.ts';
import { idValue, toRow } from './to-cell.ts';

const KINDS = {
  salesOrder: { type: 'SalesOrd', label: 'Sales Order', recordType: 'salesorder', abbreviation: 'SALESORD' },
  invoice: { type: 'CustInvc', label: 'Invoice', recordType: 'invoice', abbreviation: 'INV' },
} as const;
type Kind = keyof typeof KINDS;

/** The subsidiary is absent on purpose: SuiteQL has it on the line. */
const HEADER_FIELDS = [
  'externalId tranId tranDate entity currency exchangeRate memo otherRefNum startDate endDate dueDate terms job',
  'custbody_tl_contract_type custbody_tl_billing_model custbody_tl_tax_jurisdiction custbody_tl_delivery_region',
  'custbody_tl_origin lastModifiedDate createdDate',
].flatMap((names) => names.split(' '));
const LINE_FIELDS = ['item', 'rate', 'department', 'class', 'location', 'taxCode', 'isClosed', 'custcol_tl_line_ref'];
const LINE_HEADER_FIELDS = ['entity', 'subsidiary'];

/**
 * Sales orders and invoices are rows of `transaction`, distinguished by `type`. Their lines are in `transactionline`.
 */
export function transactionTables(store: RecordStore): Table[] {
  return [
    {
      name: 'transaction',
      columns: [
        ...words('id type recordtype abbrevtype trandisplayname status foreigntotal'),
        ...HEADER_FIELDS.map((each) => each.toLowerCase()),
      ],
      rows: () => allTransactions(store).map((record) => headerRow(store, record)),
    },
    {
      name: 'transactionline',
      columns: [
        ...words('transaction id uniquekey linesequencenumber mainline taxline quantity foreignamount netamount memo'),
        'createdfrom',
        ...[...LINE_HEADER_FIELDS, ...LINE_FIELDS].map((each) => each.toLowerCase()),
      ],
      rows: () => allTransactions(store).flatMap((record) => lineRows(store, record)),
    },
  ];
}

function allTransactions(store: RecordStore): StoredRecord[] {
  return [...store.list('salesOrder'), ...store.list('invoice')].sort((a, b) => Number(a.id) - Number(b.id));
}

function headerRow(store: RecordStore, record: StoredRecord): TableRow {
  const kind = KINDS[record.type as Kind];
  const { fields } = RECORD_TYPES[record.type];
  const row = toRow(store, fields, ['status', ...HEADER_FIELDS], (name) => readField(record, name));
  const absent = HEADER_FIELDS.filter((name) => fields[name] === undefined).map((name) => [
    name.toLowerCase(),
    NULL_CELL,
  ]);
  const status = row['status'] ?? NULL_CELL;
  return {
    ...Object.fromEntries(absent),
    ...row,
    id: { value: idValue(record.id) },
    type: { value: kind.type, display: kind.label },
    recordtype: { value: kind.recordType },
    abbrevtype: { value: kind.abbreviation },
    trandisplayname: { value: displayName(record) },
    status: { value: status.value, display: `${kind.label} : ${status.display ?? ''}` },
    foreigntotal: { value: numberOf(record.values, 'total') ?? 0 },
  };
}

/** The main line carries the total; item lines of a sale are negative in quantity and amount. */
function lineRows(store: RecordStore, record: StoredRecord): TableRow[] {
  const { fields } = RECORD_TYPES[record.type];
  const shared = {
    transaction: { value: idValue(record.id), display: displayName(record) },
    ...toRow(store, fields, LINE_HEADER_FIELDS, (name) => record.values[name]),
    createdfrom: toRow(store, fields, ['createdFrom'], (name) => record.values[name])['createdfrom'] ?? NULL_CELL,
  };
  const rate = numberOf(record.values, 'exchangeRate') ?? 1;
  const lines = linesOf(record.values, 'item').map((line, index) => itemRow(store, record, line, index + 1, rate));
  const total = numberOf(record.values, 'total') ?? 0;
  const main = { ...position(record, 0, 'T'), ...money(total, rate), quantity: NULL_CELL, memo: NULL_CELL };
  return [main, ...lines].map((row) => ({ ...shared, ...row }));
}

function itemRow(store: RecordStore, record: StoredRecord, line: StoredLine, at: number, rate: number): TableRow {
  const type = RECORD_TYPES[record.type].fields['item']?.type;
  const lineFields = type?.kind === 'sublist' ? type.fields : {};
  const description = line['description'];
  return {
    ...toRow(store, lineFields, LINE_FIELDS, (name) => line[name]),
    ...position(record, at, 'F'),
    ...money(-(numberOf(line, 'amount') ?? 0), rate),
    quantity: { value: -(numberOf(line, 'quantity') ?? 0) },
    memo: typeof description === 'string' ? { value: description } : NULL_CELL,
  };
}

function position(record: StoredRecord, at: number, mainline: 'T' | 'F'): Record<string, Cell> {
  return {
    id: { value: at },
    uniquekey: { value: Number(record.id) * 1000 + at },
    linesequencenumber: { value: at },
    mainline: { value: mainline },
    taxline: { value: 'F' },
  };
}

function money(foreignAmount: number, rate: number): Record<string, Cell> {
  return {
    foreignamount: { value: foreignAmount },
    netamount: { value: Number((foreignAmount * rate).toFixed(2)) },
  };
}

function words(text: string): string[] {
  return text.split(' ');
}
