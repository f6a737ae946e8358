import { referencesOf } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import type { ResourceKey } from '../api/record.ts';
import { valuesOf } from './custom-field-input.ts';

/** Deletes what belongs to a project. Stories take their sub-stories, assignments and references with them. */
const OF_WORKSPACE: readonly (readonly [resource: ResourceKey, subjectType: string])[] = [
  ['time_entries', 'TimeEntry'],
  ['stories', 'Story'],
  ['workspace_resources', 'WorkspaceResource'],
  ['participations', 'Participation'],
];
const OF_STORY: readonly (readonly [resource: ResourceKey, foreignKey: string, subjectType: string])[] = [
  ['stories', 'parent_id', 'Story'],
  ['assignments', 'story_id', 'Assignment'],
];

/** Deletes are final and include everything below. */
export function deleteDependents(store: KantataStore, subjectType: string, id: string): void {
  forgetReferences(store, subjectType, id);
  if (subjectType === 'Workspace') {
    for (const [resource, type] of OF_WORKSPACE) removeAll(store, resource, 'workspace_id', id, type);
  }
  if (subjectType === 'Story') {
    for (const [resource, key, type] of OF_STORY) removeAll(store, resource, key, id, type);
  }
}

export function forgetReferences(store: KantataStore, subjectType: string, id: string): void {
  for (const each of referencesOf(store, subjectType, id)) store.remove('external_references', each.id);
  for (const each of valuesOf(store, subjectType, id)) store.remove('custom_field_values', each.id);
}

function removeAll(store: KantataStore, resource: ResourceKey, key: string, id: string, subjectType: string): void {
  for (const each of store.where(resource, key, id)) {
    if (store.get(resource, each.id) === undefined) continue;
    deleteDependents(store, subjectType, each.id);
    store.remove(resource, each.id);
  }
}
