import { NetSuiteError, accessError } from '../errors.ts';
import { mergeValues } from '../records/merge-values.ts';
import { readBody } from '../records/read-body.ts';
import { createRecord, requireRecord } from '../records/record-service.ts';
import { RECORD_TYPES } from '../records/record-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import { linesOf, numberOf } from '../records/stored-record.ts';
import type { StoredLine, StoredRecord, StoredValue, StoredValues } from '../records/stored-record.ts';
import { unknownNamesMode } from './record-request.ts';
import type { NetSuiteApp, RouteContext } from './request-context.ts';
import { RECORD, jsonBody, originOf, requireWrite } from './request-context.ts';

const COPIED = [
  'entity subsidiary currency exchangeRate terms memo otherRefNum startDate endDate class department location job',
  'custbody_tl_contract_type custbody_tl_billing_model custbody_tl_tax_jurisdiction custbody_tl_delivery_region',
  'custbody_tl_origin',
].flatMap((names) => names.split(' '));

/** Turns a sales order into an invoice for whatever is still unbilled. The body may override header fields. */
export function transformRoutes(app: NetSuiteApp, context: RouteContext): void {
  app.post(`${RECORD}/salesOrder/:id/!transform/invoice`, async (c) => {
    const { store } = context;
    requireWrite(context, c, RECORD_TYPES.invoice);
    const order = requireRecord(store, RECORD_TYPES.salesOrder, c.req.param('id'));
    const reader = { store, unknownNames: unknownNamesMode(c), warnings: [] };
    const body = readBody(reader, RECORD_TYPES.invoice.fields, await jsonBody(c));
    const invoice = store.transaction(() => {
      const values = mergeValues(RECORD_TYPES.invoice.fields, invoiceFrom(order), body, new Set(['item']));
      const created = createRecord(store, RECORD_TYPES.invoice, values);
      markBilled(store, order, created);
      return created;
    });
    return c.body(null, 204, { Location: `${originOf(c)}${RECORD}/invoice/${invoice.id}` });
  });
}

function invoiceFrom(order: StoredRecord): StoredValues {
  const status = order.values['status'];
  const isBillable = typeof status === 'object' && 'id' in status && status.id === 'F';
  if (!isBillable) throw accessError('Invalid initialize reference: this sales order has nothing to bill.');
  const copied: Record<string, StoredValue> = {};
  for (const name of COPIED) {
    const value = order.values[name];
    if (value !== undefined) copied[name] = value;
  }
  return { ...copied, createdFrom: { id: order.id }, item: unbilledLines(order) };
}

function unbilledLines(order: StoredRecord): StoredLine[] {
  const lines = linesOf(order.values, 'item').map((line) => {
    const { amount: _amount, taxAmount: _taxAmount, quantityBilled, ...rest } = line;
    const open = (numberOf(line, 'quantity') ?? 0) - (typeof quantityBilled === 'number' ? quantityBilled : 0);
    return { ...rest, quantity: open };
  });
  const open = lines.filter((line) => line.quantity > 0);
  if (open.length === 0) throw new NetSuiteError(400, { detail: 'There is nothing to bill.', code: 'USER_ERROR' });
  return open;
}

function markBilled(store: RecordStore, order: StoredRecord, invoice: StoredRecord): void {
  const billed = linesOf(invoice.values, 'item');
  const lines = linesOf(order.values, 'item').map((line) => {
    const hit = billed.find((each) => each['line'] === line['line']);
    return {
      ...line,
      quantityBilled: (numberOf(line, 'quantityBilled') ?? 0) + (numberOf(hit ?? {}, 'quantity') ?? 0),
    };
  });
  const isAllBilled = lines.every((line) => line.quantityBilled >= (numberOf(line, 'quantity') ?? 0));
  store.replaceValues(order, { ...order.values, item: lines, ...(isAllBilled ? { status: { id: 'G' } } : {}) });
}
