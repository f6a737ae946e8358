import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import { ALL_OPERATIONS, idFilter } from '../api/resource.ts';
import type { Resource, WriteContext } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';
import { exists, idText, idTexts, inOrder, integerOr, isoDate, oneOf, present, wholeNumber } from './checks.ts';
import { customFieldValues, saveCustomFields } from './custom-field-input.ts';
import { forgetReferences } from './delete-dependents.ts';
import { participationOf } from './participation-of.ts';
import { STORY_ATTRIBUTES, STORY_CREATE, STORY_UPDATE } from './story-attributes.ts';
import { ancestorsOf, assigneesOf, childrenOf, descendantsOf, storyFigures } from './story-tree.ts';

const STORY_TYPES = ['task', 'deliverable', 'milestone', 'issue'];
const MAX_DEPTH = 4;

/** A task of the work breakdown. */
export const stories: Resource = {
  key: 'stories',
  singular: 'story',
  subjectType: 'Story',
  operations: ALL_OPERATIONS,
  attributes: STORY_ATTRIBUTES,
  createAttributes: STORY_CREATE,
  updateAttributes: STORY_UPDATE,
  bulkLimit: 300,
  belongsTo: {
    workspace: { foreignKey: 'workspace_id', resource: 'workspaces' },
    parent: { foreignKey: 'parent_id', resource: 'stories' },
    root: { foreignKey: 'root_id', resource: 'stories' },
    creator: { foreignKey: 'creator_id', resource: 'users' },
  },
  hasMany: {
    external_references: externalReferences('Story'),
    custom_field_values: customFieldValues('Story'),
    assignees: { idsKey: 'assignee_ids', resource: 'users', ids: (record, store) => assigneesOf(store, record.id) },
    sub_stories: {
      idsKey: 'sub_story_ids',
      resource: 'stories',
      ids: (record, store) => childrenOf(store, record.id).map((each) => each.id),
    },
    descendants: {
      idsKey: 'descendant_ids',
      resource: 'stories',
      ids: (record, store) => descendantsOf(store, record.id).map((each) => each.id),
    },
    ancestors: {
      idsKey: 'ancestor_ids',
      resource: 'stories',
      ids: (record, store) => ancestorsOf(store, record).map((each) => each.id),
    },
    current_assignments: {
      idsKey: 'current_assignment_ids',
      resource: 'assignments',
      ids: (record, store) =>
        store
          .where('assignments', 'story_id', record.id)
          .filter((each) => each['current'] === true)
          .map((each) => each.id),
    },
  },
  filters: {
    ...referenceFilters('Story'),
    story_type: idFilter('story_type'),
    story_types: idFilter('story_type'),
    priority: idFilter('priority'),
    with_parent_id: idFilter('parent_id'),
    with_root_id: idFilter('root_id'),
    with_projects: idFilter('workspace_id'),
    parents_only: (record, value) => value !== 'true' || record['parent_id'] === null,
    only_archived: (record, value) => value !== 'true' || record['archived'] === true,
    only_deleted: (record, value) => value !== 'true' || record['deleted_at'] !== null,
    completed: (record, value) => value !== 'true' || record['state'] === 'completed',
    due_after: (record, value) => plainText(record['due_date']) >= value,
    due_before: (record, value) => record['due_date'] !== null && plainText(record['due_date']) <= value,
    uncompleted: (record, value) => value !== 'true' || record['state'] !== 'completed',
    with_assignees: (record, value, store) => {
      const assignees = assigneesOf(store, record.id);
      return value.split(',').some((id) => (id === 'unassigned' ? assignees.length === 0 : assignees.includes(id)));
    },
  },
  isVisible: (record, query, store) => {
    const shows = (name: string): boolean => query.get(name) === 'true';
    if (record['deleted_at'] !== null && !shows('show_deleted') && !shows('only_deleted')) return false;
    if (record['archived'] === true && !shows('show_archived') && !shows('only_archived')) return false;
    const isArchivedProject = store.get('workspaces', record['workspace_id'])?.['archived'] === true;
    return !isArchivedProject || shows('show_from_archived_workspaces');
  },
  searchIn: ['title', 'description'],
  orderBy: ['created_at', 'due_date', 'position', 'start_date', 'updated_at'],
  defaultOrder: 'updated_at:desc',
  validate,
  complete,
  compute: (record, store) => storyFigures(store, record),
  afterWrite: (record, { store, userId, input }) => {
    saveCustomFields(store, userId, 'Story', record.id, input['custom_fields']);
    const wanted = wantedAssignees(input);
    if (wanted !== undefined) assign(store, record.id, wanted);
  },
  markDeleted: (record, store) => {
    for (const each of [record, ...descendantsOf(store, record.id)]) {
      forgetReferences(store, 'Story', each.id);
      store.update('stories', each.id, { deleted_at: store.now() });
    }
  },
};

function validate(attributes: Attributes, { store, previous, input }: WriteContext): KantataProblem[] {
  const workspaceId = attributes['workspace_id'];
  const problems = [
    ...present(attributes, 'title', 'workspace_id'),
    ...exists(store, attributes, 'workspace_id', 'workspaces'),
    ...oneOf(attributes, 'story_type', STORY_TYPES),
    ...oneOf(attributes, 'priority', ['low', 'normal', 'high', 'critical']),
    ...isoDate(attributes, 'start_date', 'due_date'),
    ...inOrder(attributes, 'start_date', 'due_date'),
    ...wholeNumber(attributes, 'time_estimate_in_minutes'),
    ...wholeNumber(attributes, 'budget_estimate_in_cents'),
    ...parentProblems(attributes, store, previous),
  ];
  const strangers = (wantedAssignees(input) ?? []).filter(
    (id) => participationOf(store, workspaceId, id) === undefined,
  );
  if (strangers.length > 0) {
    problems.push(invalid('assignee_ids', `Assignees must participate in the project: ${strangers.join(', ')}`));
  }
  return problems;
}

function parentProblems(
  attributes: Attributes,
  store: KantataStore,
  previous: KantataRecord | undefined,
): KantataProblem[] {
  if (attributes['parent_id'] === undefined || attributes['parent_id'] === null) return [];
  const parent = store.get('stories', attributes['parent_id']);
  if (parent === undefined || String(parent['workspace_id']) !== String(attributes['workspace_id'])) {
    return [invalid('parent_id', 'Parent must be a task of the same project')];
  }
  const line = [parent, ...ancestorsOf(store, parent)];
  if (line.some((each) => each.id === previous?.id)) return [invalid('parent_id', 'Parent would form a loop')];
  return line.length > MAX_DEPTH ? [invalid('parent_id', 'Tasks can be nested four levels deep at most')] : [];
}

function complete(attributes: Attributes, { store, userId, previous }: WriteContext): Attributes {
  const workspace = store.get('workspaces', attributes['workspace_id']);
  const parent = store.get('stories', attributes['parent_id']);
  const { assignments: _assignments, assignee_ids: _assignees, ...rest } = attributes;
  const siblings = store
    .where('stories', 'workspace_id', workspace?.id)
    .filter((each) => each['parent_id'] === (parent?.id ?? null));
  return {
    description: null,
    story_type: 'task',
    priority: 'normal',
    state: 'not started',
    archived: false,
    deleted_at: null,
    start_date: null,
    due_date: null,
    fixed_fee: workspace?.['stories_are_fixed_fee_by_default'] === true,
    billable: workspace?.['tasks_default_non_billable'] !== true,
    time_trackable: attributes['story_type'] !== 'milestone',
    weight: null,
    ...rest,
    percentage_complete: integerOr(attributes['percentage_complete'], 0),
    time_estimate_in_minutes: integerOr(attributes['time_estimate_in_minutes'], null),
    budget_estimate_in_cents: integerOr(attributes['budget_estimate_in_cents'], null),
    workspace_id: idText(attributes['workspace_id']),
    parent_id: parent?.id ?? null,
    root_id: parent === undefined ? null : (parent['root_id'] ?? parent.id),
    creator_id: previous?.['creator_id'] ?? userId,
    position: previous?.['position'] ?? siblings.length + 1,
  };
}

/** `assignee_ids: [1]` or `assignments: [{assignee_id: 1}]`; undefined when neither was sent. */
function wantedAssignees(input: Attributes): string[] | undefined {
  const list = input['assignments'];
  if (Array.isArray(list)) return idTexts((list as Attributes[]).map((each) => each['assignee_id']));
  return input['assignee_ids'] === undefined ? undefined : idTexts(input['assignee_ids']);
}

/** The list that was sent replaces the current assignees. */
function assign(store: KantataStore, storyId: string, wanted: readonly string[]): void {
  for (const each of store.where('assignments', 'story_id', storyId)) {
    if (!wanted.includes(String(each['assignee_id']))) store.remove('assignments', each.id);
  }
  const known = assigneesOf(store, storyId);
  for (const id of wanted.filter((each) => !known.includes(each))) {
    store.insert('assignments', { story_id: storyId, assignee_id: id, current: true, estimated_minutes: null });
  }
}
