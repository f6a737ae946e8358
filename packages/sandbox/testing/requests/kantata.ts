import { query } from './public-request.ts';
import type { PublicRequest } from './public-request.ts';

const API = '/api/v1';
const TAP = 'singer-io/tap-mavenlink';
const GEM = 'mavenlink/mavenlink_gem';
const MCP = 'kleinjoshuaa/kantata-mcp';
const PAGE = 'page=1&per_page=200';

/**
 * Sent to an account with an open project (41000001, with a participant, a task and an hour of work) and an archived one
 * (41000002, with an hour of late work), a role without a person, and 26 people.
 */
export const kantataRequests: readonly PublicRequest[] = [
  get(TAP, `/account_memberships.json?${PAGE}&only_active=false`, 26),
  get(TAP, `/assignments.json?${PAGE}&in_unarchived_workspaces=false&in_unarchived_stories=false`, 1),
  get(TAP, `/custom_fields.json?${PAGE}`, 5),
  get(TAP, `/estimates.json?${PAGE}`, 'refused'),
  get(TAP, `/estimate_scenarios.json?${PAGE}`, 'refused'),
  get(TAP, `/estimate_scenario_resources.json?${PAGE}&estimate_scenario_id=1`, 'refused'),
  get(TAP, `/expense_categories.json?${PAGE}`, 'refused'),
  get(TAP, `/expenses.json?${PAGE}&from_archived_workspaces=true`, 'refused'),
  get(TAP, `/invoices.json?${PAGE}`, 'refused'),
  get(TAP, `/posts.json?${PAGE}&from_archived_workspaces=true`, 'refused'),
  get(TAP, `/stories.json?${PAGE}&show_archived=true&show_deleted=true&show_from_archived_workspaces=true`, 1),
  get(TAP, `/time_entries.json?${PAGE}&from_archived_workspaces=true`, 2),
  get(TAP, `/users.json?${PAGE}`, 2),
  get(TAP, `/workspace_allocations.json?${PAGE}`, 'refused'),
  get(TAP, `/custom_field_values.json?${PAGE}&subject_type=Workspace`, 0),
  get(TAP, `/workspace_groups.json?${PAGE}`, 0),
  get(
    TAP,
    `/workspaces.json?${PAGE}&include=workspace_groups,participants,participations,custom_field_values&include_archived=true`,
    2,
  ),
  get(GEM, '/users/me', 1),
  get(GEM, '/workspaces?include=participants&search=Order&order=updated_at:desc', 1),
  get(GEM, '/workspaces?include_archived=true&page=1&per_page=3', 2),
  get(GEM, '/workspaces?limit=1&offset=1&include_archived=true', 1),
  get(GEM, '/workspaces?only=41000001&include_archived=true&include=primary_maven', 1),
  get(GEM, '/workspaces/41000001?include=creator', 1),
  get(GEM, '/users?only=11300007&show_disabled=true&on_my_account=true&include=role', 1),
  get(GEM, '/time_entries?only=91000002&from_archived_workspaces=true&include=workspace', 1),
  get(GEM, '/workspaces?by_something=true', 'refused'),
  {
    client: GEM,
    method: 'POST',
    path: `${API}/workspaces`,
    body: 'workspace[title]=New&workspace[creator_role]=maven&include=creator',
    expected: 1,
  },
  {
    client: GEM,
    method: 'POST',
    path: `${API}/external_references/create_or_update`,
    body: 'external_reference[subject_type]=Workspace&external_reference[subject_id]=41000001&external_reference[service_name]=gem&external_reference[service_model]=deal&external_reference[service_model_ref]=7',
    expected: 1,
  },
  { client: GEM, method: 'PUT', path: `${API}/stories/62000001`, body: 'story[title]=Renamed', expected: 1 },
  { client: GEM, method: 'POST', path: `${API}/workspaces`, body: 'workspace[name]=New', expected: 'refused' },
  get(MCP, '/workspaces.json?include=current_user_participation', 'refused'),
  get(MCP, '/workspaces.json?only=41000001&include=participants&search=Order', 1),
  get(MCP, `/users.json${query({ participant_in: '41000001', search: 'Tobias', on_my_account: 'true' })}`, 1),
  get(MCP, '/stories/62000001.json?include=assignees', 1),
  get(MCP, '/stories.json?workspace_id=41000001&include=assignees&search=Renamed', 1),
  get(MCP, '/stories.json?workspace_id=41000001&include=assignees&parent_story_id=62000001', 'refused'),
  get(
    MCP,
    '/time_entries.json?include=user,workspace,story&from_archived_workspaces=False&with_user_ids=11300007&date_performed_between=2026-11-01:2099-12-31',
    'refused',
  ),
  {
    client: MCP,
    method: 'POST',
    path: `${API}/participations.json`,
    body: { participation: { workspace_id: 41_000_001, user_id: 11_300_008, role: 'maven' } },
    expected: 1,
  },
  {
    client: MCP,
    method: 'POST',
    path: `${API}/stories.json`,
    body: {
      stories: [
        { workspace_id: 41_000_001, title: 'More', story_type: 'task', assignments: [{ assignee_id: 11_300_007 }] },
      ],
    },
    expected: 1,
  },
  {
    client: MCP,
    method: 'PUT',
    path: `${API}/stories/62000001.json`,
    body: { story: { status: 'started' } },
    expected: 1,
  },
  {
    client: MCP,
    method: 'POST',
    path: `${API}/time_entries.json`,
    body: { time_entries: [{ workspace_id: 41_000_001, date_performed: '2026-11-20', time_in_minutes: 60 }] },
    expected: 1,
  },
  {
    client: MCP,
    method: 'POST',
    path: `${API}/timesheet_submissions.json`,
    body: { timesheet_submissions: [{}] },
    expected: 'refused',
  },
  {
    client: MCP,
    method: 'POST',
    path: `${API}/time_off_entries.json`,
    body: { time_off_entries: [] },
    expected: 'refused',
  },
  { client: MCP, method: 'POST', path: `${API}/posts.json`, body: { posts: [{}] }, expected: 'refused' },
];

function get(client: string, path: string, expected: PublicRequest['expected']): PublicRequest {
  return { client, method: 'GET', path: API + path, expected };
}
