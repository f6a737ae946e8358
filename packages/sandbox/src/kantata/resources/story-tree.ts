import type { KantataStore } from '../api/kantata-store.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';

export function childrenOf(store: KantataStore, id: string): KantataRecord[] {
  return store.where('stories', 'parent_id', id).filter((each) => each['deleted_at'] === null);
}

export function descendantsOf(store: KantataStore, id: string): KantataRecord[] {
  return childrenOf(store, id).flatMap((child) => [child, ...descendantsOf(store, child.id)]);
}

/** The ancestors of a task, from its parent up to the top-level task. */
export function ancestorsOf(store: KantataStore, story: KantataRecord): KantataRecord[] {
  const parent = store.get('stories', story['parent_id']);
  return parent === undefined ? [] : [parent, ...ancestorsOf(store, parent)];
}

export function assigneesOf(store: KantataStore, storyId: string): string[] {
  return store
    .where('assignments', 'story_id', storyId)
    .filter((each) => each['current'] === true)
    .map((each) => String(each['assignee_id']));
}

/** Totals over the sub-tasks and the logged time. */
export function storyFigures(store: KantataStore, story: KantataRecord): Attributes {
  const below = descendantsOf(store, story.id);
  const sum = (attribute: string): number => below.reduce((total, each) => total + Number(each[attribute] ?? 0), 0);
  const entries = store.where('time_entries', 'story_id', story.id);
  const logged = (billable: boolean): number =>
    entries
      .filter((each) => each['billable'] === billable)
      .reduce((total, each) => total + Number(each['time_in_minutes']), 0);
  return {
    sub_story_count: childrenOf(store, story.id).length,
    sub_stories_time_estimate_in_minutes: sum('time_estimate_in_minutes'),
    sub_stories_budget_estimate_in_cents: sum('budget_estimate_in_cents'),
    logged_billable_time_in_minutes: logged(true),
    logged_nonbillable_time_in_minutes: logged(false),
  };
}
