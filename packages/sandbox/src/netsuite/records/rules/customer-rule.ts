import { accessError } from '../../errors.ts';
import type { RecordStore } from '../record-store.ts';
import { customer } from '../types/customer.ts';
import { idOf, linesOf, textOf } from '../stored-record.ts';
import type { StoredLine, StoredValues } from '../stored-record.ts';
import { isEmpty, requireFields } from './rule.ts';
import type { RuleInput } from './rule.ts';

/**
 * Rules for customers: company or person, primary subsidiary (this is a OneWorld account), currencies and hierarchy.
 */
export function customerRule({ store, values, previous }: RuleInput): StoredValues {
  const isPerson = values['isPerson'] === true;
  const names = isPerson ? (['firstName', 'lastName'] as const) : (['companyName'] as const);
  const missing = names.filter((name) => isEmpty(values[name])).map((name) => customer.fields[name]?.label ?? name);
  if (idOf(values, 'subsidiary') === undefined) missing.push('Primary Subsidiary');
  requireFields(customer, values, missing);
  refuseMovedSubsidiary(store, values, previous);
  refuseHierarchyLoop(store, values, previous?.id);
  const entityId = textOf(values, 'entityId') ?? store.nextNumber('CUST');
  refuseTakenEntityId(store, entityId, previous?.id);
  const currency = idOf(values, 'currency') ?? subsidiaryCurrency(store, values);
  return {
    ...values,
    isPerson,
    isInactive: values['isInactive'] === true,
    entityId,
    altName: isPerson
      ? `${textOf(values, 'firstName') ?? ''} ${textOf(values, 'lastName') ?? ''}`
      : (textOf(values, 'companyName') ?? ''),
    entityStatus: values['entityStatus'] ?? { id: '13' },
    currency: { id: currency },
    currencyList: withCurrency(linesOf(values, 'currencyList'), currency),
    addressBook: settleAddresses(linesOf(values, 'addressBook')),
  };
}

function subsidiaryCurrency(store: RecordStore, values: StoredValues): string {
  const subsidiary = store.get('subsidiary', idOf(values, 'subsidiary') ?? '');
  return idOf(subsidiary?.values ?? {}, 'currency') ?? '1';
}

/** The primary currency is always one of the customer's currencies. */
function withCurrency(lines: readonly StoredLine[], currency: string): readonly StoredLine[] {
  return lines.some((line) => idOf(line, 'currency') === currency) ? lines : [{ currency: { id: currency } }, ...lines];
}

/** There is only one default billing and one default shipping address: the last line that claims to be it wins. */
function settleAddresses(lines: readonly StoredLine[]): readonly StoredLine[] {
  const last = (flag: string): number => lines.findLastIndex((line) => line[flag] === true);
  const [billing, shipping] = [last('defaultBilling'), last('defaultShipping')];
  return lines.map((line, index) => ({
    ...line,
    defaultBilling: index === billing,
    defaultShipping: index === shipping,
    isResidential: line['isResidential'] === true,
  }));
}

function refuseMovedSubsidiary(store: RecordStore, values: StoredValues, previous: RuleInput['previous']): void {
  if (previous === undefined || idOf(previous.values, 'subsidiary') === idOf(values, 'subsidiary')) return;
  const isUsed = (['salesOrder', 'invoice'] as const).some((type) =>
    store.find(type, (each) => idOf(each.values, 'entity') === previous.id),
  );
  if (isUsed) {
    throw accessError('The primary subsidiary cannot be changed because the customer has transactions.', 'subsidiary');
  }
}

function refuseHierarchyLoop(store: RecordStore, values: StoredValues, ownId: string | undefined): void {
  let ancestor = idOf(values, 'parent');
  while (ancestor !== undefined) {
    if (ancestor === ownId) throw accessError('A record cannot be its own parent or ancestor.', 'parent');
    ancestor = idOf(store.get('customer', ancestor)?.values ?? {}, 'parent');
  }
}

function refuseTakenEntityId(store: RecordStore, entityId: string, ownId: string | undefined): void {
  const other = store.find('customer', (each) => textOf(each.values, 'entityId') === entityId);
  if (other === undefined || other.id === ownId) return;
  throw accessError(
    'A customer record with this ID already exists. You must enter a unique customer ID for each record you create.',
    'entityId',
  );
}
