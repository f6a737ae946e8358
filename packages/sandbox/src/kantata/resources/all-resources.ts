import type { Resource } from '../api/resource.ts';
import type { ResourceKey } from '../api/record.ts';
import { customFieldValueResource, customFields } from './custom-fields.ts';
import { externalReferenceResource } from './external-references.ts';
import { accountMemberships, roles, users } from './people.ts';
import { rateCardRoles, rateCardSetVersions, rateCardSets, rateCardVersions, rateCards } from './rate-cards.ts';
import { stories } from './stories.ts';
import { subscribedEvents } from './subscribed-events.ts';
import { assignments, participations, workspaceResources } from './team.ts';
import { timeEntries } from './time-entries.ts';
import { workspaceGroups } from './workspace-groups.ts';
import { workspaces } from './workspaces.ts';

/** Every endpoint the stand-in has. */
export const RESOURCES = {
  workspaces,
  stories,
  workspace_groups: workspaceGroups,
  users,
  account_memberships: accountMemberships,
  roles,
  rate_card_sets: rateCardSets,
  rate_card_set_versions: rateCardSetVersions,
  rate_cards: rateCards,
  rate_card_versions: rateCardVersions,
  rate_card_roles: rateCardRoles,
  workspace_resources: workspaceResources,
  participations,
  assignments,
  time_entries: timeEntries,
  external_references: externalReferenceResource,
  custom_fields: customFields,
  custom_field_values: customFieldValueResource,
  subscribed_events: subscribedEvents,
} satisfies Record<ResourceKey, Resource>;

export function findResource(key: ResourceKey): Resource {
  return RESOURCES[key];
}
