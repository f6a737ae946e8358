import { externalReferences } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource, WriteContext } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';
import { exists, idText, idTexts, inOrder, integerOr, isoDate, oneOf, present, wholeNumber } from './checks.ts';
import { customFieldValues, saveCustomFields } from './custom-field-input.ts';
import { forgetReferences } from './delete-dependents.ts';
import { participationOf } from './participation-of.ts';
import { REFUSED_STORY_FILTERS, STORY_VISIBILITY, isTaskVisible, storyFilters } from './story-filters.ts';
import { STORY_ATTRIBUTES, STORY_CREATE, STORY_UPDATE } from './story-attributes.ts';
import { ancestorsOf, assigneesOf, childrenOf, descendantsOf, storyFigures } from './story-tree.ts';

const STORY_TYPES = ['task', 'deliverable', 'milestone', 'issue'];
const STATES = ['not started', 'started', 'needs info', 'completed'];
const ISSUE_STATES = [
  'new',
  'reopened',
  'in progress',
  'blocked',
  'fixed',
  'duplicate',
  "can't repro",
  'resolved',
  "won't fix",
];
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
  page: 'Stories',
  filters: storyFilters,
  refusedFilters: REFUSED_STORY_FILTERS,
  hidden: { parameters: STORY_VISIBILITY, isVisible: isTaskVisible },
  searchText: (record) => `${plainText(record['title'])} ${plainText(record['description'])}`,
  orderBy: {
    created_at: 'created_at',
    due_date: 'due_date',
    position: 'position',
    start_date: 'start_date',
    updated_at: 'updated_at',
  },
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
    ...oneOf(attributes, 'state', attributes['story_type'] === 'issue' ? [...ISSUE_STATES, ...STATES] : STATES),
    ...oneOf(input, 'status', STATES),
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

function complete(attributes: Attributes, { store, userId, previous, input }: WriteContext): Attributes {
  const workspace = store.get('workspaces', attributes['workspace_id']);
  const parent = store.get('stories', attributes['parent_id']);
  const {
    assignments: _assignments,
    assignee_ids: _assignees,
    ...rest
  } = { ...attributes, ...progress(attributes, input) };
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

/**
 * Without a set of statuses of its own, a project's statuses are the states, and a status that is sent decides. A
 * percentage above 0 starts a task, and 100 completes it, unless a state is sent with it.
 */
function progress(attributes: Attributes, input: Attributes): Attributes {
  if ('status' in input) return { state: input['status'] };
  if (!('percentage_complete' in input) || 'state' in input) return {};
  const percentage = Number(input['percentage_complete']);
  if (percentage === 100) return { state: 'completed' };
  const isStarted = percentage > 0 && [undefined, 'not started'].includes(attributes['state'] as string | undefined);
  return isStarted ? { state: 'started' } : {};
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
