import { accessError, invalidReferenceKey } from '../../errors.ts';
import type { RecordType } from '../field-types.ts';
import type { RecordStore } from '../record-store.ts';
import { idOf, linesOf, numberOf, textOf } from '../stored-record.ts';
import type { StoredRecord, StoredValues } from '../stored-record.ts';
import { requireFields } from './rule.ts';
import type { RuleInput } from './rule.ts';
import { settleLines } from './transaction-lines.ts';

/** What a sales order and an invoice have in common: customer, subsidiary, currency, lines, totals. */
export function transactionRule(type: RecordType, prefix: string, { store, values }: RuleInput): StoredValues {
  requireFields(type, values);
  const entity = requireEntity(store, values);
  const subsidiary = idOf(values, 'subsidiary') ?? idOf(entity.values, 'subsidiary') ?? '';
  refuseForeignSubsidiary(store, entity, subsidiary);
  const currency = idOf(values, 'currency') ?? idOf(entity.values, 'currency') ?? '';
  refuseForeignCurrency(entity, currency);
  refuseForeignProject(store, values, entity.id);
  const { lines, subtotal, taxTotal, total } = settleLines(store, linesOf(values, 'item'), subsidiary);
  const terms = idOf(values, 'terms') ?? idOf(entity.values, 'terms');
  return {
    ...values,
    item: lines,
    subtotal,
    taxTotal,
    total,
    subsidiary: { id: subsidiary },
    currency: { id: currency },
    ...(terms === undefined ? {} : { terms: { id: terms } }),
    exchangeRate: numberOf(values, 'exchangeRate') ?? exchangeRate(store, currency, subsidiary),
    tranDate: textOf(values, 'tranDate') ?? store.today(),
    tranId: textOf(values, 'tranId') ?? store.nextNumber(prefix),
    source: { id: 'restWebServices' },
  };
}

function requireEntity(store: RecordStore, values: StoredValues): StoredRecord {
  const id = idOf(values, 'entity') ?? '';
  const entity = store.get('customer', id);
  if (entity === undefined) throw invalidReferenceKey('entity', id, 'entity');
  return entity;
}

/** Catches the most common mistake of integrations: the customer does not trade with the order's subsidiary. */
function refuseForeignSubsidiary(store: RecordStore, entity: StoredRecord, subsidiary: string): void {
  if (idOf(entity.values, 'subsidiary') === subsidiary) return;
  const relationship = store.find(
    'customerSubsidiaryRelationship',
    (each) => idOf(each.values, 'entity') === entity.id && idOf(each.values, 'subsidiary') === subsidiary,
  );
  if (relationship === undefined) throw invalidReferenceKey('entity', entity.id, 'entity', `subsidiary ${subsidiary}`);
}

function refuseForeignCurrency(entity: StoredRecord, currency: string): void {
  const isAllowed = linesOf(entity.values, 'currencyList').some((line) => idOf(line, 'currency') === currency);
  if (!isAllowed) throw invalidReferenceKey('currency', currency, 'currency', `entity ${entity.id}`);
}

function refuseForeignProject(store: RecordStore, values: StoredValues, entityId: string): void {
  const job = idOf(values, 'job');
  if (job === undefined || idOf(store.get('job', job)?.values ?? {}, 'parent') === entityId) return;
  throw accessError(`Project ${job} does not belong to customer ${entityId}.`, 'job');
}

/** Units of the subsidiary's base currency for one unit of the transaction currency, six decimals. */
function exchangeRate(store: RecordStore, currency: string, subsidiary: string): number {
  const rateOf = (id: string | undefined): number =>
    numberOf(store.get('currency', id ?? '')?.values ?? {}, 'exchangeRate') ?? 1;
  const base = idOf(store.get('subsidiary', subsidiary)?.values ?? {}, 'currency');
  return Number((rateOf(currency) / rateOf(base)).toFixed(6));
}
