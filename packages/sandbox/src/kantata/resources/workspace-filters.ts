import { referenceFilters } from '../api/external-reference.ts';
import { flag, ids, isTrue, list, onOrAfter, onOrBefore, text, whatAllAre } from '../api/filters.ts';
import type { Filter } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import type { Visibility } from '../api/resource.ts';
import type { KantataRecord } from '../api/record.ts';
import { valuesOf } from './custom-field-input.ts';
import { idTexts } from './checks.ts';
import { participationOf } from './participation-of.ts';

/** Query parameters of the list of projects. Source: developer.kantata.com, Workspaces. */
export const workspaceFilters: Readonly<Record<string, Filter>> = {
  ...referenceFilters('Workspace'),
  budgeted: flag('budgeted'),
  creator: ids('creator_id'),
  due_date_after: onOrAfter('due_date'),
  due_date_before: onOrBefore('due_date'),
  except: (record, value) => !list(value).includes(record.id),
  has_maven_participant: (record, value, store) => participationOf(store, record.id, value)?.['role'] === 'maven',
  has_participant: (record, value, store) => participationOf(store, record.id, value) !== undefined,
  matching: (record, value) => startsAWord(plainText(record['title']), value),
  // Every project of the stand-in is on the account of the person who asks.
  on_my_account: whatAllAre,
  provider_lead: ids('primary_maven_id'),
  require_time_approvals: flag('require_time_approvals'),
  requiring_expense_approval: flag('require_expense_approvals'),
  stage: text('stage'),
  start_date_after: onOrAfter('start_date'),
  start_date_before: onOrBefore('start_date'),
  user_not_participating: (record, value, store) => participationOf(store, record.id, value) === undefined,
  workspace_groups: (record, value) => list(value).some((id) => idTexts(record['workspace_group_ids']).includes(id)),
};

export const REFUSED_WORKSPACE_FILTERS = `
  account_color_ids by_custom_choice_value by_custom_currency_value by_custom_date_value by_custom_number_value
  by_custom_text_value can_create_line_items created_at current_user_is_maven_participant custom_date_range
  custom_integer_ranges financials_viewable_by_user for_approver has_approvers has_participation
  has_value_for_custom_field_ids milestone_weight_percentage_complete on_account_by_orgs only_joinable
  only_participating_or_joinable only_project_manager_in participant_or_org_member_in pending_timesheet_submissions
  selected_choices viewable_for_time_administration with_organizations`;

/** Archived projects are hidden by default. */
export const isProjectVisible: Visibility = (record, query) => {
  const fallback = isTrue(query.get('include_archived') ?? 'false') ? 'include' : 'exclude';
  return isAmongArchived(record, query.get('archived') ?? fallback);
};

/** `archived` is `include`, `only` or `exclude`. */
export function isAmongArchived(record: KantataRecord, wanted: string): boolean {
  return wanted === 'include' || (record['archived'] === true) === (wanted === 'only');
}

/** What `search` looks into: id, title, description, the leads’ names, the groups’ names and the custom fields’ values. */
export function projectText(record: KantataRecord, store: KantataStore): string {
  const leads = ['primary_maven_id', 'primary_counterpart_id'].map(
    (key) => store.get('users', record[key])?.['full_name'],
  );
  const groups = idTexts(record['workspace_group_ids']).map((id) => store.get('workspace_groups', id)?.['name']);
  const values = valuesOf(store, 'Workspace', record.id).map((each) => each['value']);
  return [record.id, record['title'], record['description'], ...leads, ...groups, ...values].map(plainText).join(' ');
}

/** The words that `matching` leaves out of account. */
const STOP_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
  was with`.split(/\s+/),
);

/** Each word of the text that was asked for must begin a word of the title. */
function startsAWord(title: string, asked: string): boolean {
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => !STOP_WORDS.has(word));
  const inTitle = words(title);
  return words(asked).every((start) => inTitle.some((word) => word.startsWith(start)));
}
