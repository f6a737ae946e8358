import { SYSTEM_FIELDS, date, dateTime, enumeration, flag, number, reference, sublist, text } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';
import { ADDRESS_BOOK } from './address.ts';

/** Entity statuses of stage Customer. Source: record browser `customer`; the ids are an account's own. */
export const CUSTOMER_STATUSES = { 13: 'CUSTOMER-Closed Won', 15: 'CUSTOMER-Renewal', 16: 'CUSTOMER-Lost Customer' };

export const customer: RecordType = {
  name: 'customer',
  label: 'Customer',
  idSequence: 'entity',
  nameField: 'entityId',
  isWritable: true,
  fields: {
    ...SYSTEM_FIELDS,
    accountNumber: text('Account'),
    addressBook: ADDRESS_BOOK,
    altName: text('Customer', { isReadOnly: true }),
    balance: number('Balance', { isReadOnly: true }),
    category: text('Category'),
    comments: text('Comments'),
    companyName: text('Company Name'),
    creditHoldOverride: enumeration('Hold', { AUTO: 'Auto', OFF: 'Off', ON: 'On' }),
    creditLimit: number('Credit Limit'),
    currency: reference('Primary Currency', 'currency'),
    currencyList: sublist('Currencies', 'currency', {
      currency: reference('Currency', 'currency', { isRequired: true }),
      balance: number('Balance', { isReadOnly: true }),
    }),
    dateCreated: dateTime('Date Created', { isReadOnly: true }),
    daysOverdue: number('Days', { isReadOnly: true }),
    email: text('Email'),
    endDate: date('End Date'),
    entityId: text('Entity ID'),
    entityStatus: enumeration('Status', CUSTOMER_STATUSES),
    firstName: text('First Name'),
    isInactive: flag('Inactive'),
    isPerson: flag('Is Individual'),
    lastName: text('Last Name'),
    overdueBalance: number('Overdue', { isReadOnly: true }),
    parent: reference('Parent Company', 'customer'),
    phone: text('Phone'),
    salesRep: reference('Sales Rep', 'employee'),
    startDate: date('Start Date'),
    subsidiary: reference('Primary Subsidiary', 'subsidiary'),
    terms: reference('Terms', 'term'),
    unbilledOrders: number('Unbilled Orders', { isReadOnly: true }),
    url: text('Web Address'),
    vatRegNumber: text('Tax Reg. Number'),
    custentity_tl_origin: text('Throughline Origin'),
  },
};
