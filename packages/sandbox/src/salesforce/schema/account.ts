import {
  READ_ONLY,
  currency,
  decimal,
  externalId,
  integer,
  longText,
  phone,
  picklist,
  reference,
  restricted,
  text,
  url,
} from './field.ts';
import { activityFields } from './activity-fields.ts';
import { collectionsStatuses, geocodeAccuracies, industries, leadSources, legalEntities } from './picklists.ts';
import { sobjectType } from './sobject-type.ts';

export const account = sobjectType('Account', {
  labelPlural: 'Accounts',
  keyPrefix: '001',
  isOwned: true,
  fields: [
    text('Name', 255, { label: 'Account Name', isNillable: false, isNameField: true }),
    picklist('Type', ['Customer', 'Prospect', 'Partner', 'Other'], { label: 'Account Type' }),
    reference('ParentId', 'Account', { label: 'Parent Account ID', childRelationshipName: 'ChildAccounts' }),
    ...address('Billing'),
    ...address('Shipping'),
    phone('Phone', { label: 'Account Phone' }),
    phone('Fax', { label: 'Account Fax' }),
    text('AccountNumber', 40, { label: 'Account Number' }),
    url('Website'),
    picklist('Industry', industries),
    integer('NumberOfEmployees', { label: 'Employees' }),
    longText('Description', 32_000, { label: 'Account Description' }),
    currency('AnnualRevenue'),
    picklist('Rating', ['Hot', 'Warm', 'Cold'], { label: 'Account Rating' }),
    picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    picklist('AccountSource', leadSources),
    text('TickerSymbol', 20),
    text('Sic', 20, { label: 'SIC Code' }),
    text('SicDesc', 80, { label: 'SIC Description' }),
    text('Site', 80, { label: 'Account Site' }),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    reference('MasterRecordId', 'Account', { label: 'Master Record ID', ...READ_ONLY }),
    ...activityFields,
    restricted('Legal_Entity__c', legalEntities),
    text('VAT_Number__c', 40, { label: 'VAT Number' }),
    text('Company_Number__c', 40),
    restricted('Collections_Status__c', collectionsStatuses),
    text('Throughline_Origin__c', 120),
    externalId('External_Id__c', { label: 'External ID' }),
  ],
});

export function address(kind: string) {
  return [
    longText(`${kind}Street`, 255),
    text(`${kind}City`, 40),
    text(`${kind}State`, 80, { label: `${kind} State/Province` }),
    text(`${kind}PostalCode`, 20, { label: `${kind} Zip/Postal Code` }),
    text(`${kind}Country`, 80),
    text(`${kind}StateCode`, 10, { label: `${kind} State/Province Code` }),
    text(`${kind}CountryCode`, 10, { label: `${kind} Country Code` }),
    decimal(`${kind}Latitude`, { scale: 15 }),
    decimal(`${kind}Longitude`, { scale: 15 }),
    restricted(`${kind}GeocodeAccuracy`, geocodeAccuracies),
  ];
}
