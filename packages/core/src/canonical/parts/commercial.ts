import { field } from './field.ts';

/** Choices and codes that opportunity, contract, project and billing share. */
export const contractTypes = ['time-and-materials', 'fixed-fee', 'retainer', 'milestone'] as const;
export const billingModels = [
  'monthly-in-arrears',
  'monthly-in-advance',
  'upfront',
  'on-milestone',
  'fixed-schedule',
] as const;
export const units = ['hour', 'day', 'each', 'month'] as const;

export const contractType = () => field.choice('Contract type', 'How the work is paid for.', contractTypes);
export const billingModel = () => field.choice('Billing model', 'When invoices are raised.', billingModels);
export const unit = () => field.choice('Unit', 'What the quantity counts.', units);

export const legalEntityCode = (description: string) => field.text('Legal entity', description, 40);
export const roleCode = (description: string) => field.text('Role code', description, 40);
export const taxJurisdiction = () =>
  field.text('Tax jurisdiction', 'Country, or country and state, whose sales tax applies: GB, US-NY.', 20);
export const deliveryRegion = () => field.text('Delivery region', 'Region whose people do the work.', 80);
export const practice = () => field.text('Practice', 'Practice of the firm that leads the work.', 120);
export const paymentTerms = () =>
  field.object('Payment terms', 'How long the customer has to pay.', {
    code: field.text('Code', 'Name of the terms, for example Net 30.', 40),
    netDays: field.count('Days', 'Days from the invoice date to the due date.'),
  });
