/** Attribute lists of `stories`, after the vendor's published specification of its own client. */
export const STORY_ATTRIBUTES: readonly string[] = [
  'id title description story_type priority state position archived deleted_at updated_at created_at due_date',
  'start_date sub_story_count budget_estimate_in_cents sub_stories_budget_estimate_in_cents',
  'time_estimate_in_minutes sub_stories_time_estimate_in_minutes logged_billable_time_in_minutes',
  'logged_nonbillable_time_in_minutes billable fixed_fee percentage_complete weight time_trackable',
].flatMap(words);

export const STORY_CREATE: readonly string[] = [
  'title story_type workspace_id description parent_id start_date archived due_date assignee_ids',
  'budget_estimate_in_cents time_estimate_in_minutes billable percentage_complete state status fixed_fee weight priority',
  'time_trackable assignments external_reference custom_fields',
].flatMap(words);

export const STORY_UPDATE: readonly string[] = [
  'title story_type description parent_id start_date archived due_date assignee_ids budget_estimate_in_cents',
  'time_estimate_in_minutes billable percentage_complete state status fixed_fee weight priority time_trackable assignments',
  'external_reference custom_fields',
].flatMap(words);

function words(text: string): string[] {
  return text.split(' ');
}
