import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { commonSettings } from '../kit/common-settings.ts';
import { field } from '../kit/field.ts';
import { externalReferences } from './objects/external-references.ts';
import { accountMemberships, roles, users, workspaceGroups } from './objects/people.ts';
import { rateCardRoles, rateCards, rateCardSets, rateCardVersions } from './objects/rates.ts';
import { stories } from './objects/stories.ts';
import { assignments, participations, workspaceResources } from './objects/team.ts';
import { timeEntries } from './objects/time-entries.ts';
import { workspaces } from './objects/workspaces.ts';
import { quirks } from './quirks.ts';

export const kantataManifest: ConnectorManifest = {
  id: 'kantata',
  version: '1.0.0',
  title: 'Kantata OX',
  monogram: 'KA',
  category: 'psa',
  settings: {
    type: 'object',
    properties: {
      baseUrl: field.text('Address', 'Address of the API; only a stand-in or a proxy has another one.', {
        format: 'uri',
        default: 'https://api.mavenlink.com',
      }),
      ...commonSettings,
    },
    additionalProperties: false,
  },
  auth: [
    {
      id: 'bearer',
      title: 'Access token',
      description:
        'A token of an OAuth application of the account, copied from its application page. It does not expire.',
      fields: {
        type: 'object',
        properties: {
          token: field.secret('Access token', 'Token of a user who is an account administrator.'),
        },
        required: ['token'],
        additionalProperties: false,
      },
    },
  ],
  objects: {
    workspaces,
    stories,
    workspace_groups: workspaceGroups,
    users,
    account_memberships: accountMemberships,
    roles,
    rate_card_sets: rateCardSets,
    rate_cards: rateCards,
    rate_card_versions: rateCardVersions,
    rate_card_roles: rateCardRoles,
    workspace_resources: workspaceResources,
    participations,
    assignments,
    time_entries: timeEntries,
    external_references: externalReferences,
  },
  limits: { concurrency: 4, requestsPerSecond: 15 },
  // There are no codes. The kind of error and the status are all that the vendor gives.
  errorCodes: {},
  quirks,
};
