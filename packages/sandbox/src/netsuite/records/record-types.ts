import type { RecordType, RecordTypeName } from './field-types.ts';
import { billingSchedule } from './types/billing-schedule.ts';
import { customer } from './types/customer.ts';
import { customerSubsidiaryRelationship } from './types/customer-subsidiary-relationship.ts';
import { employee } from './types/employee.ts';
import { invoice } from './types/invoice.ts';
import { job } from './types/job.ts';
import { salesOrder } from './types/sales-order.ts';
import {
  classification,
  currency,
  department,
  location,
  salesTaxItem,
  serviceSaleItem,
  subsidiary,
  term,
} from './types/set-up-lists.ts';

/** Every record type the stand-in has. */
export const RECORD_TYPES = {
  customer,
  customerSubsidiaryRelationship,
  job,
  employee,
  salesOrder,
  invoice,
  billingSchedule,
  subsidiary,
  currency,
  term,
  serviceSaleItem,
  department,
  classification,
  location,
  salesTaxItem,
} satisfies Record<RecordTypeName, RecordType>;

/** Record types are matched without regard to case, as NetSuite does. */
export function findRecordType(name: string): RecordType | undefined {
  return Object.values(RECORD_TYPES).find((each) => each.name.toLowerCase() === name.toLowerCase());
}
