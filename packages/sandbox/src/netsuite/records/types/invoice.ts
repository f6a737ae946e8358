import { date, enumeration, number, reference } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';
import { TRANSACTION_FIELDS } from './transaction-fields.ts';

export const INVOICE_STATUSES = { A: 'Open', B: 'Paid In Full' };

export const invoice: RecordType = {
  name: 'invoice',
  label: 'Invoice',
  idSequence: 'transaction',
  nameField: 'tranId',
  isWritable: true,
  fields: {
    ...TRANSACTION_FIELDS,
    amountRemaining: number('Amount Due', { isReadOnly: true }),
    createdFrom: reference('Created From', 'salesOrder'),
    dueDate: date('Due Date'),
    status: enumeration('Status', INVOICE_STATUSES, { isReadOnly: true }),
  },
};
