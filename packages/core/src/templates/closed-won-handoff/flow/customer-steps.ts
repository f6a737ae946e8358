import type { FlowInput } from '../../../flow/definition.ts';
import { writeNetsuiteCustomer } from './write-netsuite-customer.ts';

type Steps = FlowInput['body'];

/** The customer itself. Its parents already exist at this point. */
export const customerStep = writeNetsuiteCustomer(
  'writeCustomer',
  'Customer in NetSuite',
  '$steps.mapCustomer',
  '$exists($steps.writeParent) ? $steps.writeParent.id',
);

/** What else an order of this customer needs: its currency has to be allowed and its seller related. */
export const orderingSteps: Steps = [
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
          config: {
            connection: 'netsuite',
            object: 'customer',
            find: { by: 'id', value: '$steps.writeCustomer.id' },
            // A test run wrote nothing, so there is nothing to read.
            onMissing: 'null',
          },
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
  $wanted := [$steps.mapCustomer.currency, $steps.mapContract.currency].$valueMap("netsuite-currency", $);
  $ids := $distinct($append($steps.readCurrencies.currencyList.items.currency.id, $wanted));
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
