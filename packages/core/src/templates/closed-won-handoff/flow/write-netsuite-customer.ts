import type { FlowInput } from '../../../flow/definition.ts';

type Step = FlowInput['body'][number];

/**
 * Found by link, then by our external id (the Salesforce id behind `SF-`), then by tax number: an old customer is taken
 * over, not doubled. All such steps share one delivery per customer, whether it is met as buyer or as parent.
 */
export const writeNetsuiteCustomer = (id: string, name: string, customer: string, parentId?: string): Step => ({
  id,
  name,
  kind: 'write',
  retry: { maxAttempts: 6 },
  config: {
    connection: 'netsuite',
    object: 'customer',
    operation: 'upsert',
    deliveryName: 'netsuiteCustomer',
    mapping: 'customer-to-netsuite-customer',
    input:
      parentId === undefined ? `{ "customer": ${customer} }` : `{ "customer": ${customer}, "parentId": ${parentId} }`,
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
