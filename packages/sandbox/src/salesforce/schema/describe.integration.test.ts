import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

let testOrg: TestOrg;

beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());

const KEYS = [
  'name',
  'label',
  'type',
  'soapType',
  'length',
  'precision',
  'scale',
  'nillable',
  'createable',
  'updateable',
  'custom',
];
const MORE = [
  'externalId',
  'unique',
  'idLookup',
  'restrictedPicklist',
  'referenceTo',
  'relationshipName',
  'defaultedOnCreate',
  'calculated',
];

async function fieldOf(type: string, name: string): Promise<Record<string, unknown>> {
  const { fields } = await testOrg.connection.sobject(type).describe();
  const field = fields.find((each) => each.name === name) as unknown as Record<string, unknown>;
  return Object.fromEntries([...KEYS, ...MORE].map((key) => [key, field[key]]));
}

const common = {
  nillable: true,
  createable: true,
  updateable: true,
  custom: false,
  externalId: false,
  unique: false,
  idLookup: false,
};
const plain = {
  ...common,
  restrictedPicklist: false,
  referenceTo: [],
  relationshipName: null,
  defaultedOnCreate: false,
  calculated: false,
};
const text = { ...plain, type: 'string', soapType: 'xsd:string', precision: 0, scale: 0 };

test('a reference, a currency, a restricted picklist, an external id and an audit field are described as the platform does', async () => {
  expect(await fieldOf('Opportunity', 'AccountId')).toEqual({
    ...text,
    name: 'AccountId',
    label: 'Account ID',
    type: 'reference',
    soapType: 'tns:ID',
    length: 18,
    referenceTo: ['Account'],
    relationshipName: 'Account',
  });
  expect(await fieldOf('Opportunity', 'Amount')).toEqual({
    ...text,
    name: 'Amount',
    label: 'Amount',
    type: 'currency',
    soapType: 'xsd:double',
    length: 0,
    precision: 18,
    scale: 2,
  });
  expect(await fieldOf('Opportunity', 'Billing_Terms__c')).toEqual({
    ...text,
    name: 'Billing_Terms__c',
    label: 'Billing Terms',
    type: 'picklist',
    length: 255,
    custom: true,
    restrictedPicklist: true,
  });
  expect(await fieldOf('Account', 'External_Id__c')).toEqual({
    ...text,
    name: 'External_Id__c',
    label: 'External ID',
    length: 80,
    custom: true,
    externalId: true,
    unique: true,
    idLookup: true,
  });
  expect(await fieldOf('Account', 'SystemModstamp')).toEqual({
    ...text,
    name: 'SystemModstamp',
    label: 'System Modstamp',
    type: 'datetime',
    soapType: 'xsd:dateTime',
    length: 0,
    nillable: false,
    createable: false,
    updateable: false,
    defaultedOnCreate: true,
  });
});

test('picklist values and child relationships are listed', async () => {
  const described = await testOrg.connection.sobject('Opportunity').describe();
  const stage = described.fields.find((field) => field.name === 'StageName');
  expect(stage?.picklistValues?.map((each) => (each as { value: string }).value)).toEqual([
    'Prospecting',
    'Qualification',
    'Proposal',
    'Negotiation',
    'Closed Won',
    'Closed Lost',
  ]);
  const children = described.childRelationships.map(({ childSObject, field, relationshipName, cascadeDelete }) => [
    childSObject,
    field,
    relationshipName,
    cascadeDelete,
  ]);
  expect(children).toEqual([
    ['OpportunityContactRole', 'OpportunityId', 'OpportunityContactRoles', true],
    ['OpportunityLineItem', 'OpportunityId', 'OpportunityLineItems', true],
  ]);
});

test('every described field can be selected, and every field that the story names exists', async () => {
  const { sobjects } = await testOrg.connection.describeGlobal();
  expect(sobjects.map(({ name, keyPrefix }) => [name, keyPrefix])).toEqual([
    ['Account', '001'],
    ['Contact', '003'],
    ['Opportunity', '006'],
    ['OpportunityContactRole', '00K'],
    ['OpportunityLineItem', '00k'],
    ['Pricebook2', '01s'],
    ['PricebookEntry', '01u'],
    ['Product2', '01t'],
    ['User', '005'],
  ]);
  for (const { name } of sobjects) {
    const { fields } = await testOrg.connection.sobject(name).describe();
    const { records } = await testOrg.connection.query(
      `SELECT ${fields.map((field) => field.name).join(', ')} FROM ${name} LIMIT 1`,
    );
    expect([name, Object.keys(records[0] ?? {})]).toEqual([name, ['attributes', ...fields.map((field) => field.name)]]);
  }
});

test('an unknown object is NOT_FOUND', async () => {
  await expect(testOrg.connection.sobject('Nope').describe()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});
