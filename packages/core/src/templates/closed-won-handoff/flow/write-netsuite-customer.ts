import type { FlowInput } from '../../../flow/definition.ts';

type Step = FlowInput['body'][number];

/**
 * Finds the customer by link, then by our external id (the Salesforce id after `SF-`), then by tax number, so that an
 * existing customer is taken over instead of being duplicated. All such steps share one delivery per customer, whether
 * it appears as buyer or as parent.
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
