import { externalId, integer, longText, phone, picklist, reference, restricted, text, url } from './field.ts';
import { collectionsStatuses, industries, legalEntities } from './picklists.ts';
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
    restricted('Legal_Entity__c', legalEntities),
    text('VAT_Number__c', 40, { label: 'VAT Number' }),
    text('Company_Number__c', 40),
    restricted('Collections_Status__c', collectionsStatuses),
    text('Throughline_Origin__c', 120),
    externalId('External_Id__c', { label: 'External ID' }),
  ],
});

function address(kind: string) {
  return [
    longText(`${kind}Street`, 255),
    text(`${kind}City`, 40),
    text(`${kind}State`, 80, { label: `${kind} State/Province` }),
    text(`${kind}PostalCode`, 20, { label: `${kind} Zip/Postal Code` }),
    text(`${kind}Country`, 80),
    text(`${kind}CountryCode`, 10, { label: `${kind} Country Code` }),
  ];
}
