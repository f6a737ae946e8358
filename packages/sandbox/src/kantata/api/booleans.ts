import type { Attributes } from './record.ts';

/** Attributes of any endpoint that hold a boolean. Rails takes them as `true` and as text, which is all a form can hold. */
const BOOLEANS = new Set(
  `archived billable budgeted can_invite change_orders_enabled company current exclude_archived_stories_percent_complete
  expenses_in_burn_rate fixed_fee locked posts_require_privacy_decision require_expense_approvals
  require_notes_on_time_entries require_time_approvals stories_are_fixed_fee_by_default tasks_default_non_billable
  time_trackable`.split(/\s+/),
);

export function withBooleans(attributes: Attributes): Attributes {
  const read = (name: string, value: unknown): unknown => {
    if (!BOOLEANS.has(name)) return value;
    if (value === 'true' || value === '1') return true;
    return value === 'false' || value === '0' ? false : value;
  };
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, read(name, value)]));
}
