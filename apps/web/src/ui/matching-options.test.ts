import { expect, it } from 'vitest';
import { matchingOptions } from './matching-options.ts';

const options = [
  { value: '$trigger' },
  { value: '$trigger.FirstName' },
  { value: '$trigger.Account', hint: 'The name of the firm' },
  { value: '$trigger.Account.Names' },
  { value: '$trigger.Account.Name' },
  { value: '$trigger.name' },
  { value: '$trigger.Name', detail: 'Acme' },
];
const found = (typed: string) => matchingOptions(options, typed).map(({ value }) => value);

it('an exact name comes first, then names that begin with what was typed, then those that contain it', () => {
  expect(found('Name')).toEqual([
    '$trigger.Account.Name',
    '$trigger.Name',
    '$trigger.name',
    '$trigger.Account.Names',
    '$trigger.FirstName',
    '$trigger.Account',
  ]);
  expect(found('first')).toEqual(['$trigger.FirstName']);
});

it('capitals count once somebody types one', () => {
  expect(found('name').slice(0, 3)).toEqual(['$trigger.Account.Name', '$trigger.name', '$trigger.Name']);
});

it('a whole path is found by its beginning, and a sample value anywhere', () => {
  expect(found('$trigger.Account.Name')).toEqual(['$trigger.Account.Name', '$trigger.Account.Names']);
  expect(found('acme')).toEqual(['$trigger.Name']);
  expect(found('$trigger')[0]).toBe('$trigger');
  expect(found('nothing')).toEqual([]);
});

const nameOfAccount = { value: '$trigger.Account.Name', names: ['Deal', 'Account', 'Account name'] };
const nameOfFlow = { value: '$flow.name', names: ['This run', 'name'], isMinor: true };
const customer = { value: '$steps.mapWithAccountToNetsuiteCustomer', names: ['Build the customer'] };
const companyName = { value: `${customer.value}.companyName`, names: ['Build the customer', 'Company name'] };
const named = [nameOfFlow, nameOfAccount, customer, companyName];

it('what people call a value is found, and the name of the run never stands before data', () => {
  expect(matchingOptions(named, 'build')).toEqual([customer, companyName]);
  expect(matchingOptions(named, 'customer name')).toEqual([companyName]);
  expect(matchingOptions(named, 'account name')[0]).toEqual(nameOfAccount);
  expect(matchingOptions(named, 'name')).toEqual([nameOfAccount, companyName, nameOfFlow]);
  expect(matchingOptions(named, '$flow.name')).toEqual([nameOfFlow]);
});
