import { enumeration, reference } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';
import { TRANSACTION_FIELDS } from './transaction-fields.ts';

export const SALES_ORDER_STATUSES = {
  A: 'Pending Approval',
  B: 'Pending Fulfillment',
  C: 'Cancelled',
  D: 'Partially Fulfilled',
  E: 'Pending Billing/Partially Fulfilled',
  F: 'Pending Billing',
  G: 'Billed',
  H: 'Closed',
};

export const salesOrder: RecordType = {
  name: 'salesOrder',
  label: 'Sales Order',
  idSequence: 'transaction',
  nameField: 'tranId',
  isWritable: true,
  fields: {
    ...TRANSACTION_FIELDS,
    billingSchedule: reference('Billing Schedule', 'billingSchedule'),
    orderStatus: enumeration('Order Status', { A: 'Pending Approval', B: 'Pending Fulfillment' }),
    status: enumeration('Status', SALES_ORDER_STATUSES, { isReadOnly: true }),
  },
};
