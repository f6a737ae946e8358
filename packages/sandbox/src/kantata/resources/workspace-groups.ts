import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import { contains, whenTrue } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import { idTexts, present } from './checks.ts';
import { customFieldValues } from './custom-field-input.ts';
import { deleteDependents } from './delete-dependents.ts';

/** A group of projects. With `company` set, it represents a client. No two have the same name, whatever its case. */
export const workspaceGroups: Resource = {
  key: 'workspace_groups',
  singular: 'workspace_group',
  subjectType: 'WorkspaceGroup',
  operations: ALL_OPERATIONS,
  attributes: ['id name company contact_name email phone_number address website notes created_at updated_at'].flatMap(
    (names) => names.split(' '),
  ),
  createAttributes: [
    'name company add_workspace_ids contact_name email phone_number address website notes external_reference',
  ].flatMap((names) => names.split(' ')),
  updateAttributes: [
    'name company add_workspace_ids remove_workspace_ids contact_name email phone_number address website notes',
    'external_reference',
  ].flatMap((names) => names.split(' ')),
  bulkLimit: 1,
  hasMany: {
    external_references: externalReferences('WorkspaceGroup'),
    custom_field_values: customFieldValues('WorkspaceGroup'),
    workspaces: {
      idsKey: 'workspace_ids',
      resource: 'workspaces',
      ids: (record, store) =>
        store
          .all('workspaces')
          .filter((each) => groupsOf(each).includes(record.id))
          .map((each) => each.id),
    },
  },
  page: 'Workspace Groups',
  filters: {
    ...referenceFilters('WorkspaceGroup'),
    companies_only: whenTrue((record) => record['company'] === true),
    matching: contains('name'),
  },
  refusedFilters: `
    by_custom_choice_value by_custom_currency_value by_custom_date_value by_custom_number_value by_custom_text_value
    has_value_for_custom_field_ids`,
  orderBy: { created_at: 'created_at', name: 'name', updated_at: 'updated_at' },
  defaultOrder: 'name:asc',
  validate: (attributes, { store, input, previous }) => {
    const problems = present(attributes, 'name');
    const name = plainText(attributes['name']).toLowerCase();
    const twin = store.all('workspace_groups').find((each) => plainText(each['name']).toLowerCase() === name);
    if (twin !== undefined && twin.id !== previous?.id) problems.push(invalid('name', 'Name has already been taken'));
    const isMissing = idTexts(input['add_workspace_ids']).some((id) => store.get('workspaces', id) === undefined);
    return isMissing ? [...problems, invalid('add_workspace_ids', 'Workspaces must exist')] : problems;
  },
  complete: ({ add_workspace_ids: _add, remove_workspace_ids: _remove, ...attributes }) => ({
    company: false,
    ...attributes,
  }),
  afterWrite: (record, { store, input }) => {
    for (const id of idTexts(input['add_workspace_ids'])) addTo(store, id, record.id);
    for (const id of idTexts(input['remove_workspace_ids'])) takeFrom(store, id, record.id);
  },
  beforeDelete: (record, store) => {
    for (const each of store.all('workspaces')) takeFrom(store, each.id, record.id);
    deleteDependents(store, 'WorkspaceGroup', record.id);
  },
};

function groupsOf(workspace: KantataRecord | undefined): readonly string[] {
  return idTexts(workspace?.['workspace_group_ids']);
}

function addTo(store: KantataStore, workspaceId: string, groupId: string): void {
  const groups = groupsOf(store.get('workspaces', workspaceId));
  if (!groups.includes(groupId)) setGroups(store, workspaceId, [...groups, groupId]);
}

function takeFrom(store: KantataStore, workspaceId: string, groupId: string): void {
  const groups = groupsOf(store.get('workspaces', workspaceId));
  if (groups.includes(groupId))
    setGroups(
      store,
      workspaceId,
      groups.filter((each) => each !== groupId),
    );
}

/** The primary group is always one of them. */
function setGroups(store: KantataStore, workspaceId: string, groups: readonly string[]): void {
  const primary = plainText(store.get('workspaces', workspaceId)?.['primary_workspace_group_id']);
  const changes: Attributes = {
    workspace_group_ids: groups,
    primary_workspace_group_id: groups.includes(primary) ? primary : (groups[0] ?? null),
  };
  store.update('workspaces', workspaceId, changes);
}
