import { field } from './field.ts';

export const address = (title: string, description: string) =>
  field.object(title, description, {
    purpose: field.choice('Purpose', 'What the address is used for.', ['billing', 'delivery', 'registered']),
    street: field.text('Street', 'Street lines, separated by line breaks.', 500).optional(),
    city: field.text('City', 'Town or city.').optional(),
    region: field.text('Region', 'State, county or canton.').optional(),
    postalCode: field.text('Postal code', 'Post code as written locally.', 20).optional(),
    country: field.country('Country', 'ISO 3166 two-letter code.'),
  });
