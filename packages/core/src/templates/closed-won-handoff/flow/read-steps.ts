import type { FlowInput } from '../../../flow/definition.ts';

type Steps = FlowInput['body'];

/**
 * Reads the deal again with its lines, because a replay and a manual start bring only its id. `corrections` are what an
 * operator entered into the exception of an earlier run. They win over the record, because a person decided so.
 */
export const readSteps: Steps = [
  {
    id: 'readOpportunity',
    name: 'Read the deal',
    kind: 'read',
    config: {
      connection: 'salesforce',
      object: 'Opportunity',
      find: { by: 'id', value: '$trigger.Id' },
      include: ['lines', 'contactRoles'],
    },
  },
  {
    id: 'readParties',
    name: 'Who is involved',
    kind: 'parallel',
    config: {
      branches: [
        { slot: 'account', title: 'Customer' },
        { slot: 'owner', title: 'Owner' },
      ],
    },
    bodies: {
      account: [
        {
          id: 'readAccount',
          name: 'Read the account',
          kind: 'read',
          config: {
            connection: 'salesforce',
            object: 'Account',
            find: { by: 'id', value: '$steps.readOpportunity.AccountId' },
            include: ['contacts'],
            missingCode: 'ACCOUNT_MISSING',
          },
        },
      ],
      owner: [
        {
          id: 'readOwner',
          name: 'Read the owner',
          kind: 'read',
          config: {
            connection: 'salesforce',
            object: 'User',
            find: { by: 'id', value: '$steps.readOpportunity.OwnerId' },
            onMissing: 'null',
          },
        },
      ],
    },
  },
];

export const mapSteps: Steps = [
  {
    id: 'mapCustomer',
    name: 'Our customer',
    kind: 'map',
    config: {
      mapping: 'salesforce-account-to-customer',
      input: `{
  "account": $steps.readAccount,
  "opportunity": $merge([$steps.readOpportunity, $compact($trigger.corrections)]),
  "owner": $steps.readOwner
}`,
    },
  },
  {
    id: 'mapContract',
    name: 'Our contract',
    kind: 'map',
    config: {
      mapping: 'salesforce-opportunity-to-contract',
      input: `{
  "opportunity": $merge([$steps.readOpportunity, $compact($trigger.corrections)]),
  "owner": $steps.readOwner
}`,
    },
  },
];

/**
 * This also comes before the first write, so that a deal that cannot be mapped does not leave half a handover behind.
 */
export const planSteps: Steps = [
  {
    id: 'mapProject',
    name: 'Our project',
    kind: 'map',
    config: { mapping: 'contract-to-project', input: '$steps.mapContract' },
  },
  {
    id: 'mapSchedule',
    name: 'Our billing schedule',
    kind: 'map',
    config: { mapping: 'contract-to-billing-schedule', input: '$steps.mapContract' },
  },
];
