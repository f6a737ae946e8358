import { roleCode, unit } from './commercial.ts';
import { field } from './field.ts';
import { money } from './money.ts';

/** One sold item, the same on an opportunity and on the contract it becomes. */
export const soldLine = (title: string, description: string) =>
  field.object(title, description, {
    id: field.id('Line id', 'Identity of the line; stays the same from the deal to the invoice.'),
    number: field.count('Line number', 'Place of the line, counted from 1.'),
    kind: field.choice('Kind', 'What the line sells.', ['role', 'fixed-fee', 'retainer', 'milestone']),
    name: field.text('Name', 'Short text for the line.'),
    description: field.text('Description', 'What is delivered.', 4000).optional(),
    productCode: field.text('Product code', 'Code of the product sold.').optional(),
    roleCode: roleCode('Consulting role whose time is sold; only for kind role.').optional(),
    phase: field.text('Phase', 'Phase of the work the line belongs to.', 80).optional(),
    quantity: field.decimal('Quantity', 'How many units are sold.'),
    unit: unit(),
    unitPrice: money('Unit price', 'Price of one unit.'),
    amount: money('Amount', 'Quantity times unit price.'),
    serviceDate: field.date('Service date', 'Day the service is due or begins.').optional(),
  });
