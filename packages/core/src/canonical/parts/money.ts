import { field } from './field.ts';

/** Doubles lose cents and vendors disagree on units, so an amount is a decimal string with its currency beside it. */
export const money = (title: string, description: string) =>
  field.object(title, description, {
    amount: field.decimal(
      'Amount',
      'The amount as a decimal, in whole units of the currency: 1250.50, never cents.',
      'major',
    ),
    currency: field.currency('Currency', 'ISO 4217 code of the currency.'),
  });
