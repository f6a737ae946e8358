import { accessError, invalidReferenceKey } from '../../errors.ts';
import type { RecordTypeName } from '../field-types.ts';
import { billingSchedule } from '../types/billing-schedule.ts';
import { customerSubsidiaryRelationship } from '../types/customer-subsidiary-relationship.ts';
import { employee } from '../types/employee.ts';
import { invoice } from '../types/invoice.ts';
import { job } from '../types/job.ts';
import { salesOrder } from '../types/sales-order.ts';
import { idOf, linesOf, numberOf, textOf } from '../stored-record.ts';
import type { StoredValues } from '../stored-record.ts';
import { customerRule } from './customer-rule.ts';
import { requireFields } from './rule.ts';
import type { Rule, RuleInput } from './rule.ts';
import { transactionRule } from './transaction-rule.ts';

/** The rule of each record type that can be written. */
export const RECORD_RULES: Partial<Record<RecordTypeName, Rule>> = {
  customer: customerRule,
  customerSubsidiaryRelationship: relationshipRule,
  salesOrder: salesOrderRule,
  invoice: invoiceRule,
  billingSchedule: billingScheduleRule,
  job: jobRule,
  employee: ({ values }) => {
    requireFields(employee, values);
    const fullName = `${textOf(values, 'firstName') ?? ''} ${textOf(values, 'lastName') ?? ''}`;
    return { ...values, entityId: values['entityId'] ?? fullName, isInactive: values['isInactive'] === true };
  },
};

/** A standard schedule states its frequency. Time-and-materials and milestone schedules follow the work instead. */
function billingScheduleRule({ values }: RuleInput): StoredValues {
  const scheduleType = idOf(values, 'scheduleType') ?? 'STD';
  const needsFrequency = ['STD', 'FBI'].includes(scheduleType) && idOf(values, 'frequency') === undefined;
  requireFields(billingSchedule, values, needsFrequency ? ['Recurrence Frequency'] : []);
  return { ...values, scheduleType: { id: scheduleType }, isInactive: values['isInactive'] === true };
}

function salesOrderRule(input: RuleInput): StoredValues {
  const values = transactionRule(salesOrder, 'SO', input);
  const orderStatus = idOf(values, 'orderStatus') ?? 'B';
  return { ...values, orderStatus: { id: orderStatus }, status: { id: salesOrderStatus(values, orderStatus) } };
}

/**
 * Services that cannot be fulfilled go straight from approved to pending billing. An order that is billed completely is
 * marked as billed.
 */
function salesOrderStatus(values: StoredValues, orderStatus: string): string {
  if (orderStatus === 'A') return 'A';
  const lines = linesOf(values, 'item');
  if (lines.every((line) => line['isClosed'] === true)) return 'H';
  const isBilled = lines.every((line) => (numberOf(line, 'quantityBilled') ?? 0) >= (numberOf(line, 'quantity') ?? 0));
  return isBilled ? 'G' : 'F';
}

function invoiceRule(input: RuleInput): StoredValues {
  const values = transactionRule(invoice, 'INV', input);
  const days = numberOf(input.store.get('term', idOf(values, 'terms') ?? '')?.values ?? {}, 'daysUntilNetDue') ?? 0;
  const due = new Date(Date.parse(textOf(values, 'tranDate') ?? input.store.today()) + days * 86_400_000);
  const amountRemaining = numberOf(values, 'total') ?? 0;
  return {
    ...values,
    dueDate: textOf(values, 'dueDate') ?? due.toISOString().slice(0, 10),
    amountRemaining,
    status: { id: 'A' },
  };
}

function jobRule({ store, values }: RuleInput): StoredValues {
  requireFields(job, values);
  const parentId = idOf(values, 'parent') ?? '';
  const parent = store.get('customer', parentId);
  const subsidiary = idOf(values, 'subsidiary') ?? idOf(parent?.values ?? {}, 'subsidiary') ?? '';
  if (parent !== undefined && idOf(parent.values, 'subsidiary') !== subsidiary) {
    throw invalidReferenceKey('parent', parentId, 'parent', `subsidiary ${subsidiary}`);
  }
  return {
    ...values,
    entityId: textOf(values, 'entityId') ?? store.nextNumber('PRJ'),
    subsidiary: { id: subsidiary },
    entityStatus: values['entityStatus'] ?? { id: '2' },
    isInactive: values['isInactive'] === true,
  };
}

function relationshipRule({ store, values, previous }: RuleInput): StoredValues {
  requireFields(customerSubsidiaryRelationship, values);
  const [entity, subsidiary] = [idOf(values, 'entity') ?? '', idOf(values, 'subsidiary') ?? ''];
  const owner = store.get('customer', entity);
  const isPrimary = idOf(owner?.values ?? {}, 'subsidiary') === subsidiary;
  const twin = store.find(
    'customerSubsidiaryRelationship',
    (each) => idOf(each.values, 'entity') === entity && idOf(each.values, 'subsidiary') === subsidiary,
  );
  if (isPrimary || (twin !== undefined && twin.id !== previous?.id)) {
    throw accessError('This record already exists.', 'subsidiary');
  }
  return { ...values, name: `${textOf(owner?.values ?? {}, 'altName') ?? entity} ${subsidiary}`, isPrimarySub: false };
}
