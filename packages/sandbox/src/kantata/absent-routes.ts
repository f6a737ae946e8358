import type { CoverageEntry } from '../kit/coverage-entry.ts';
import { names } from '../kit/parameters/route-parameters.ts';
import { API } from './routes/resource-routes.ts';

const REASONS: Readonly<Record<string, string>> = {
  timesheet_submissions: 'Time approval comes with the time-to-invoice story.',
  expenses: 'Not part of the story yet.',
  invoices: 'Invoices live in NetSuite in this story.',
  billing_milestones: 'Not part of the story yet.',
  workspace_allocations: 'Not part of the story yet.',
  account_invitations: 'People are seeded.',
};

/** Those of the vendor's own client that are in no story. */
const OUTSIDE =
  'estimates project_templates story_dependencies posts ' +
  'access_groups access_group_memberships additional_items attachments billable_utilizations cost_rates ' +
  'backup_approver_associations candidates custom_field_sets custom_field_choices estimate_scenarios ' +
  'estimate_scenario_resources estimate_scenario_resource_allocations estimate_scenario_resource_skills ' +
  'exchange_rates exchange_tables expense_budgets expense_categories expense_report_submissions ' +
  'external_payments financial_periods fixed_fee_items holidays holiday_calendars ' +
  'holiday_calendar_associations holiday_calendar_memberships insights_access_groups ' +
  'insights_access_group_memberships organizations organization_memberships project_accounting_records ' +
  'project_financial_periods project_template_assignments resolutions resource_requests saml_identities ' +
  'skills skill_adjacencies skill_categories skill_memberships staffing_demands status_reports ' +
  'story_allocation_days story_follows survey_answers story_state_changes survey_questions ' +
  'survey_question_choices survey_responses survey_templates story_tasks tags time_adjustments ' +
  'time_off_entries vendors workspace_invoice_preferences workspace_resource_skills workweeks ' +
  'workweek_memberships';

/** Endpoints the vendor has and the stand-in answers with 501. */
export const absent: readonly CoverageEntry[] = [...Object.keys(REASONS), ...names(OUTSIDE)].flatMap((key) => {
  const [list, one] = [`${API}/${key}`, `${API}/${key}/:id`];
  return [['GET', list] as const, ['POST', list] as const, ['GET', one] as const].flatMap(([method, path]) =>
    [path, ...(path === list ? [`${list}.json`] : [])].map((spelled): CoverageEntry => ({
      method,
      path: spelled,
      status: 'not-implemented',
      doc: 'mavenlink/mavenlink_gem: lib/config/specification.yml',
      note: REASONS[key] ?? 'Not part of the story.',
    })),
  );
});
