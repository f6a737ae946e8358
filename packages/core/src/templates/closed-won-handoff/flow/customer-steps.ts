import type { FlowInput } from '../../../flow/definition.ts';

type Steps = FlowInput['body'];
type Step = Steps[number];

const readParent = (id: string, name: string, of: string): Step => ({
  id,
  name,
  kind: 'read',
  config: {
    connection: 'salesforce',
    object: 'Account',
    find: { by: 'id', value: `$steps.${of}.ParentId` },
    include: ['contacts'],
  },
});

const mapParent = (id: string, account: string): Step => ({
  id,
  name: 'As our customer',
  kind: 'map',
  config: {
    mapping: 'salesforce-account-to-customer',
    input: `{ "account": $steps.${account}, "opportunity": { "Legal_Entity__c": $steps.mapContract.legalEntity } }`,
  },
});

/**
 * Found by link, then by our external id (the Salesforce id behind `SF-`), then by tax number: an old customer is taken
 * over, not doubled.
 */
export const writeNetsuiteCustomer = (id: string, name: string, customer: string, input: string): Step => ({
  id,
  name,
  kind: 'write',
  retry: { maxAttempts: 6 },
  config: {
    connection: 'netsuite',
    object: 'customer',
    operation: 'upsert',
    mapping: 'customer-to-netsuite-customer',
    input,
    identity: {
      externalId: `"SF-" & ${customer}.id`,
      entity: 'customer',
      canonicalId: `${customer}.id`,
      match: [
        { by: 'link' },
        { by: 'external-id' },
        { by: 'field', field: 'vatRegNumber', value: `${customer}.taxRegistrations[scheme = "vat"][0].number` },
      ],
    },
  },
});

/** Ancestors before children, two levels up: NetSuite refuses a child whose parent is not there. */
export const customerSteps: Steps = [
  {
    id: 'hasParent',
    name: 'Part of a group?',
    kind: 'branch',
    config: { cases: [{ slot: 'parent', title: 'Has a parent', when: '$boolean($steps.readAccount.ParentId)' }] },
    bodies: {
      parent: [
        readParent('readParent', 'Read the parent', 'readAccount'),
        {
          id: 'hasGrandparent',
          name: 'And above?',
          kind: 'branch',
          config: {
            cases: [{ slot: 'grandparent', title: 'Has one too', when: '$boolean($steps.readParent.ParentId)' }],
          },
          bodies: {
            grandparent: [
              readParent('readGrandparent', 'Read the top', 'readParent'),
              mapParent('mapGrandparent', 'readGrandparent'),
              writeNetsuiteCustomer(
                'writeGrandparent',
                'Top customer in NetSuite',
                '$steps.mapGrandparent',
                '{ "customer": $steps.mapGrandparent }',
              ),
            ],
            otherwise: [],
          },
        },
        mapParent('mapParent', 'readParent'),
        writeNetsuiteCustomer(
          'writeParent',
          'Parent customer in NetSuite',
          '$steps.mapParent',
          '{ "customer": $steps.mapParent, "parentId": $steps.writeGrandparent.id }',
        ),
      ],
      otherwise: [],
    },
  },
  writeNetsuiteCustomer(
    'writeCustomer',
    'Customer in NetSuite',
    '$steps.mapCustomer',
    `{
  "customer": $steps.mapCustomer,
  "parentId": $steps.writeParent.id
}`,
  ),
  {
    id: 'otherCurrency',
    name: 'Sold in another currency?',
    note: 'NetSuite refuses an order in a currency that the customer does not have yet. The list is replaced as a whole, so the currencies it has are read first.',
    kind: 'branch',
    config: {
      cases: [
        {
          slot: 'foreign',
          title: 'In another currency',
          when: '$steps.mapContract.currency != $steps.mapCustomer.currency',
        },
      ],
    },
    bodies: {
      foreign: [
        {
          id: 'readCurrencies',
          name: 'Currencies it has',
          kind: 'read',
          config: { connection: 'netsuite', object: 'customer', find: { by: 'id', value: '$steps.writeCustomer.id' } },
        },
        {
          id: 'addCurrency',
          name: 'Allow the currency',
          kind: 'write',
          config: {
            connection: 'netsuite',
            object: 'customer',
            operation: 'update',
            record: `(
  $ids := $distinct($append(
    $steps.readCurrencies.currencyList.items.currency.id,
    $valueMap("netsuite-currency", $steps.mapContract.currency)
  ));
  { "currencyList": { "items": [$ids.{ "currency": { "id": $ } }] } }
)`,
            identity: {
              externalId: '"SF-" & $steps.mapCustomer.id',
              entity: 'customer',
              canonicalId: '$steps.mapCustomer.id',
              match: [{ by: 'link' }, { by: 'external-id' }],
            },
          },
        },
      ],
      otherwise: [],
    },
  },
  {
    id: 'otherSubsidiary',
    name: 'Signed by another company of ours?',
    note: 'A customer has one primary subsidiary. Where another one signs, NetSuite wants the two related before it takes the order.',
    kind: 'branch',
    config: {
      cases: [
        {
          slot: 'related',
          title: 'Signed by another',
          when: '$steps.mapContract.legalEntity != $steps.mapCustomer.legalEntity',
        },
      ],
    },
    bodies: {
      related: [
        {
          id: 'relateSubsidiary',
          name: 'Relate customer and subsidiary',
          kind: 'write',
          config: {
            connection: 'netsuite',
            object: 'customerSubsidiaryRelationship',
            operation: 'upsert',
            record: `{
  "entity": { "id": $steps.writeCustomer.id },
  "subsidiary": { "id": $valueMap("netsuite-subsidiary", $steps.mapContract.legalEntity) }
}`,
            identity: {
              externalId: '"SF-" & $steps.mapCustomer.id & ":" & $steps.mapContract.legalEntity',
              match: [{ by: 'external-id' }],
            },
          },
        },
      ],
      otherwise: [],
    },
  },
];
