import type { FlowInput } from '../../../flow/definition.ts';
import { writeNetsuiteCustomer } from './write-netsuite-customer.ts';

type Steps = FlowInput['body'];
type Step = Steps[number];

/**
 * Writes ancestors before children, from the top, because NetSuite refuses a child whose parent does not exist. It
 * handles groups of up to three levels. A deeper one is handed to a person instead of being cut off silently.
 * @param legalEntity expression of the legal entity for ancestors without one
 */
export const groupSteps = (legalEntity: string): Steps => [
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
          bodies: { grandparent: grandparentSteps(legalEntity), otherwise: [] },
        },
        mapParent('mapParent', 'readParent', legalEntity),
        writeNetsuiteCustomer(
          'writeParent',
          'Parent in NetSuite',
          '$steps.mapParent',
          '$exists($steps.writeGrandparent) ? $steps.writeGrandparent.id',
        ),
      ],
      otherwise: [],
    },
  },
];

const grandparentSteps = (legalEntity: string): Steps => [
  readParent('readGrandparent', 'Read the top', 'readParent'),
  {
    id: 'isDeeper',
    name: 'Still not the top?',
    kind: 'branch',
    config: { cases: [{ slot: 'deeper', title: 'Goes on', when: '$boolean($steps.readGrandparent.ParentId)' }] },
    bodies: {
      deeper: [
        {
          id: 'raiseTooDeep',
          name: 'Group too deep',
          kind: 'raise',
          config: {
            code: 'GROUP_TOO_DEEP',
            message:
              '$steps.readAccount.Name & " belongs to a group of more than three levels. Put it closer to the top in Salesforce, then replay."',
          },
        },
      ],
      otherwise: [],
    },
  },
  mapParent('mapGrandparent', 'readGrandparent', legalEntity),
  writeNetsuiteCustomer('writeGrandparent', 'Top of the group in NetSuite', '$steps.mapGrandparent'),
];

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

const mapParent = (id: string, account: string, legalEntity: string): Step => ({
  id,
  name: 'As our customer',
  kind: 'map',
  config: {
    mapping: 'salesforce-account-to-customer',
    input: `{ "account": $steps.${account}, "opportunity": { "Legal_Entity__c": ${legalEntity} } }`,
  },
});
