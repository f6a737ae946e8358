import { address } from './account.ts';
import { activityFields } from './activity-fields.ts';
import {
  date,
  datetime,
  email,
  externalId,
  flag,
  longText,
  phone,
  picklist,
  READ_ONLY,
  reference,
  text,
} from './field.ts';
import { leadSources } from './picklists.ts';
import { sobjectType } from './sobject-type.ts';

export const contact = sobjectType('Contact', {
  labelPlural: 'Contacts',
  keyPrefix: '003',
  isOwned: true,
  fields: [
    reference('AccountId', 'Account', { childRelationshipName: 'Contacts', isCascadeDelete: true }),
    text('LastName', 80, { isNillable: false }),
    text('FirstName', 40),
    picklist('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Mx.', 'Dr.', 'Prof.']),
    text('Name', 121, { label: 'Full Name', isNillable: false, isNameField: true, isCalculated: true, ...READ_ONLY }),
    phone('Phone', { label: 'Business Phone' }),
    phone('MobilePhone', { label: 'Mobile Phone' }),
    email('Email'),
    text('Title', 128),
    text('Department', 80),
    ...address('Mailing'),
    ...address('Other'),
    phone('Fax', { label: 'Business Fax' }),
    phone('HomePhone'),
    phone('OtherPhone'),
    phone('AssistantPhone', { label: 'Asst. Phone' }),
    text('AssistantName', 40, { label: "Assistant's Name" }),
    reference('ReportsToId', 'Contact', { label: 'Reports To ID' }),
    picklist('LeadSource', leadSources),
    date('Birthdate'),
    longText('Description', 32_000, { label: 'Contact Description' }),
    text('EmailBouncedReason', 255, READ_ONLY),
    datetime('EmailBouncedDate', READ_ONLY),
    flag('IsEmailBounced', READ_ONLY),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    reference('MasterRecordId', 'Contact', { label: 'Master Record ID', ...READ_ONLY }),
    ...activityFields,
    externalId('External_Id__c', { label: 'External ID' }),
  ],
});

export const opportunityContactRole = sobjectType('OpportunityContactRole', {
  label: 'Opportunity Contact Role',
  labelPlural: 'Opportunity Contact Roles',
  keyPrefix: '00K',
  fields: [
    reference('OpportunityId', 'Opportunity', {
      isNillable: false,
      isUpdateable: false,
      childRelationshipName: 'OpportunityContactRoles',
      isCascadeDelete: true,
    }),
    reference('ContactId', 'Contact', {
      isNillable: false,
      childRelationshipName: 'OpportunityContactRoles',
      isCascadeDelete: true,
    }),
    picklist('Role', [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Other',
    ]),
    flag('IsPrimary', { label: 'Primary' }),
  ],
});
