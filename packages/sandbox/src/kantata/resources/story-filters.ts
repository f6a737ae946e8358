import { referenceFilters } from '../api/external-reference.ts';
import { between, ids, isTrue, list, onOrAfter, onOrBefore, text, whatAllAre, whenTrue } from '../api/filters.ts';
import type { Filter } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import type { Visibility } from '../api/resource.ts';
import type { KantataRecord } from '../api/record.ts';
import { idTexts } from './checks.ts';
import { ancestorsOf, assigneesOf, childrenOf } from './story-tree.ts';
import { isAmongArchived } from './workspace-filters.ts';

/** Query parameters of the list of tasks. Source: developer.kantata.com, Stories. */
export const storyFilters: Readonly<Record<string, Filter>> = {
  ...referenceFilters('Story'),
  active_between: between('start_date', 'due_date'),
  // The stand-in’s people are administrators, and see all tasks of the account as it is.
  all_on_account: whatAllAre,
  by_status: ids('state'),
  by_subtask_count: (record, value, store) => String(childrenOf(store, record.id).length) === value,
  by_workspace_group: (record, value, store) => {
    const groups = idTexts(store.get('workspaces', record['workspace_id'])?.['workspace_group_ids']);
    return list(value).some((id) => groups.includes(id));
  },
  completed: whenTrue((record) => record['state'] === 'completed'),
  creators: ids('creator_id'),
  due_after: onOrAfter('due_date'),
  due_before: onOrBefore('due_date'),
  due_between: between('due_date'),
  due_on: text('due_date'),
  not_assigned_to_user: (record, value, store) => !assigneesOf(store, record.id).includes(value),
  parents_only: whenTrue((record) => record['parent_id'] === null),
  priority: ids('priority'),
  starting_between: between('start_date'),
  story_type: text('story_type'),
  story_types: ids('story_type'),
  uncompleted: whenTrue((record) => record['state'] !== 'completed'),
  with_ancestry_depth: (record, value, store) => String(ancestorsOf(store, record).length) === value,
  with_assignees: isAssigned,
  with_parent_id: text('parent_id'),
  with_projects: ids('workspace_id'),
  with_root_id: text('root_id'),
  workspace_id: text('workspace_id'),
};

export const REFUSED_STORY_FILTERS = `
  assigned_to_current_user by_any_tag by_custom_choice_value by_custom_currency_value by_custom_date_field
  by_custom_date_value by_custom_number_value by_custom_text_value by_tag_name completed_between
  exclude_workspace_title_from_search has_value_for_custom_field_ids not_assigned_to_resource only_todos show_todos
  time_trackable_on_workspace_id with_followers with_start_or_due_date without_past_completed`;

export const STORY_VISIBILITY =
  'archived only_archived only_deleted show_archived show_deleted show_from_archived_workspaces';

/** Deleted tasks, archived tasks and the tasks of archived projects are hidden by default. */
export const isTaskVisible: Visibility = (record, query, store) => {
  const is = (name: string): boolean => isTrue(query.get(name) ?? 'false');
  if (is('only_deleted') ? record['deleted_at'] === null : record['deleted_at'] !== null && !is('show_deleted')) {
    return false;
  }
  const fallback = is('only_archived') ? 'only' : is('show_archived') ? 'include' : 'exclude';
  if (!isAmongArchived(record, query.get('archived') ?? fallback)) return false;
  const isProjectArchived = store.get('workspaces', record['workspace_id'])?.['archived'] === true;
  return !isProjectArchived || is('show_from_archived_workspaces');
};

/** Ids of users, `unassigned`, or `unnamed` for tasks of places that nobody fills yet. */
function isAssigned(record: KantataRecord, value: string, store: KantataStore): boolean {
  const assignments = store.where('assignments', 'story_id', record.id).filter((each) => each['current'] === true);
  return list(value).some((wanted) => {
    if (wanted === 'unassigned') return assignments.length === 0;
    if (wanted === 'unnamed') return assignments.some((each) => each['assignee_id'] === null);
    return assignments.some((each) => each['assignee_id'] === wanted);
  });
}
