/** Attribute lists of `workspaces`, after the vendor's published specification of its own client. */
export const WORKSPACE_ATTRIBUTES: readonly string[] = [
  'id title account_id archived description due_date effective_due_date budgeted change_orders_enabled updated_at',
  'created_at consultant_role_name client_role_name can_create_line_items default_rate currency_symbol',
  'currency_base_unit can_invite has_budget_access price price_in_cents over_budget currency start_date status',
  'stories_are_fixed_fee_by_default require_expense_approvals require_time_approvals percentage_complete access_level',
  'exclude_archived_stories_percent_complete tasks_default_non_billable rate_card_id posts_require_privacy_decision',
  'expenses_in_burn_rate external_link target_margin',
].flatMap(words);

export const WORKSPACE_CREATE: readonly string[] = [
  'title creator_role budgeted description currency price start_date due_date consultant_role_name client_role_name',
  'access_level change_orders_enabled expenses_in_burn_rate posts_require_privacy_decision external_link',
  'stories_are_fixed_fee_by_default rate_card_id custom_fields require_expense_approvals require_time_approvals',
  'status_key external_reference workspace_group_ids primary_workspace_group_id approver_id approver_ids',
  'target_margin tasks_default_non_billable primary_maven_id participations exclude_archived_stories_percent_complete stage',
  'require_notes_on_time_entries time_trackable',
].flatMap(words);

export const WORKSPACE_UPDATE: readonly string[] = [
  'title budgeted description archived access_level price start_date due_date posts_require_privacy_decision',
  'tasks_default_non_billable expenses_in_burn_rate rate_card_id client_role_name consultant_role_name external_link',
  'stories_are_fixed_fee_by_default currency target_margin approver_id approver_ids change_orders_enabled status_key',
  'external_reference workspace_group_ids primary_workspace_group_id exclude_archived_stories_percent_complete stage',
  'require_notes_on_time_entries time_trackable custom_fields',
].flatMap(words);

function words(text: string): string[] {
  return text.split(' ');
}
