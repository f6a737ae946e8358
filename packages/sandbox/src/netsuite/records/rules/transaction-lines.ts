import { accessError, missingValues } from '../../errors.ts';
import type { RecordStore } from '../record-store.ts';
import { idOf, numberOf } from '../stored-record.ts';
import type { StoredLine } from '../stored-record.ts';

export interface LineTotals {
  readonly lines: readonly StoredLine[];
  readonly subtotal: number;
  readonly taxTotal: number;
  readonly total: number;
}

/** Completes the item lines (amount, rate, tax) and adds them up. `subsidiary` decides the default tax code. */
export function settleLines(store: RecordStore, lines: readonly StoredLine[], subsidiary: string): LineTotals {
  if (lines.length === 0) throw accessError('Please enter at least one line item for this transaction.', 'item');
  const settled = lines.map((line, index) => settleLine(store, line, subsidiary, index));
  const subtotal = sum(settled, 'amount');
  const taxTotal = sum(settled, 'taxAmount');
  return { lines: settled, subtotal, taxTotal, total: toCents(subtotal + taxTotal) };
}

function settleLine(store: RecordStore, line: StoredLine, subsidiary: string, index: number): StoredLine {
  if (idOf(line, 'item') === undefined) throw missingValues([`Item (line ${index + 1})`]);
  const quantity = numberOf(line, 'quantity') ?? 1;
  const givenAmount = numberOf(line, 'amount');
  const givenRate = numberOf(line, 'rate');
  const amount = givenAmount ?? toCents(quantity * (givenRate ?? 0));
  const rate = givenRate ?? (quantity === 0 ? 0 : toCents(amount / quantity));
  const taxCode = idOf(line, 'taxCode') ?? defaultTaxCode(store, subsidiary);
  const taxRate = taxCode === undefined ? 0 : (numberOf(store.get('salesTaxItem', taxCode)?.values ?? {}, 'rate') ?? 0);
  return {
    ...line,
    quantity,
    rate,
    amount,
    isClosed: line['isClosed'] === true,
    quantityBilled: numberOf(line, 'quantityBilled') ?? 0,
    ...(taxCode === undefined ? {} : { taxCode: { id: taxCode } }),
    taxRate1: taxRate,
    taxAmount: toCents((amount * taxRate) / 100),
  };
}

/** The first active tax code of the subsidiary is its standard one. */
function defaultTaxCode(store: RecordStore, subsidiary: string): string | undefined {
  return store.list('salesTaxItem').find((each) => idOf(each.values, 'subsidiary') === subsidiary)?.id;
}

function sum(lines: readonly StoredLine[], field: string): number {
  return toCents(lines.reduce((total, line) => total + (numberOf(line, field) ?? 0), 0));
}

/**
 * NetSuite keeps two decimals for the demo firm's currencies. This rounds half away from zero and is safe against
 * binary fractions.
 */
export function toCents(value: number): number {
  const cents = Math.round(Number((Math.abs(value) * 100).toFixed(6)));
  return (Math.sign(value) * cents) / 100;
}
