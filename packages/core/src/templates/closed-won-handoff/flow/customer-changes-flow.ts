import type { TemplateFlow } from '../../template.ts';
import { groupSteps } from './group-steps.ts';
import { writeNetsuiteCustomer } from './write-netsuite-customer.ts';

/**
 * Carries later changes of an account (name, address, tax number, parent) to the customer it became, and to no other.
 */
export const customerChangesFlow: TemplateFlow = {
  kind: 'flow',
  key: 'customer-changes',
  name: 'Customer changes',
  description: 'A change of an account reaches the customer it became in NetSuite; no customer is created.',
  document: {
    format: 1,
    description:
      'When an account changes in Salesforce and has become a customer in NetSuite: bring the change there, with the companies above it.',
    trigger: {
      kind: 'webhook',
      name: 'An account changes in Salesforce',
      connection: 'salesforce',
      object: 'Account',
      when: '$not($substring($string(Throughline_Origin__c), 0, 11) = "throughline")',
    },
    settings: {
      orderingKey: '$trigger.Id',
      businessKey: '$trigger.Id',
      businessLabel: '$trigger.Name',
      timeout: 'PT1H',
    },
    body: [
      {
        id: 'readErpCustomer',
        name: 'Is it a customer?',
        note: 'Customers come from won deals. An account that never bought, or one of before, is left alone.',
        kind: 'read',
        config: {
          connection: 'netsuite',
          object: 'customer',
          find: { by: 'external-id', value: '"SF-" & $trigger.Id' },
          onMissing: 'null',
        },
      },
      {
        id: 'isCustomer',
        name: 'Known in NetSuite?',
        kind: 'branch',
        config: { cases: [{ slot: 'known', title: 'A customer', when: '$exists($steps.readErpCustomer.id)' }] },
        bodies: {
          known: [
            {
              id: 'readAccount',
              name: 'Read the account',
              kind: 'read',
              config: {
                connection: 'salesforce',
                object: 'Account',
                find: { by: 'id', value: '$trigger.Id' },
                include: ['contacts'],
                missingCode: 'ACCOUNT_MISSING',
              },
            },
            {
              id: 'mapCustomer',
              name: 'Our customer',
              kind: 'map',
              config: { mapping: 'salesforce-account-to-customer', input: '{ "account": $steps.readAccount }' },
            },
            {
              id: 'checkCustomer',
              name: 'Is it complete?',
              kind: 'check',
              config: {
                rules: [
                  {
                    code: 'LEGAL_ENTITY_MISSING',
                    message: 'Legal entity missing: say on the account which of our companies invoices it.',
                    assert: '$exists($steps.mapCustomer.legalEntity)',
                  },
                ],
              },
            },
            ...groupSteps('$steps.mapCustomer.legalEntity'),
            writeNetsuiteCustomer(
              'writeCustomer',
              'Customer in NetSuite',
              '$steps.mapCustomer',
              '$exists($steps.writeParent) ? $steps.writeParent.id',
            ),
          ],
          otherwise: [],
        },
      },
    ],
  },
};
