import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

/** Tobias Krüger and Imogen Clarke. */
const [TOBIAS, IMOGEN] = ['11300007', '11300008'] as const;

const make = async (resource: 'workspaces' | 'stories' | 'time_entries' | 'participations', attributes: Json) =>
  String((await kantata.create(resource, attributes))['id']);
const project = async (title: string, more: Json = {}): Promise<string> =>
  await make('workspaces', { title, creator_role: 'maven', ...more });
const shown = async (path: string, attribute: string): Promise<unknown[]> =>
  (await kantata.list(path)).map((each) => each[attribute]).toSorted((a, b) => String(a).localeCompare(String(b)));

describe('projects', () => {
  test.each([
    ['has_participant', TOBIAS, ['Late']],
    ['has_maven_participant', TOBIAS, ['Late']],
    ['user_not_participating', TOBIAS, ['Early', 'Open']],
    ['due_date_before', '2027-01-31', ['Early']],
    ['due_date_after', '2027-01-31', ['Late']],
    ['start_date_before', '2026-12-31', ['Early']],
    ['creator', '11300001', ['Early', 'Late', 'Open']],
    ['provider_lead', IMOGEN, ['Open']],
    ['require_time_approvals', 'false', ['Early']],
    ['budgeted', 'true', ['Early', 'Late', 'Open']],
    ['matching', 'the lat', ['Late']],
    ['search', 'clarke nothing', ['Open']],
  ])('%s=%s finds %j', async (name, value, expected) => {
    await project('Early', { start_date: '2026-12-01', due_date: '2027-01-15', require_time_approvals: false });
    const late = await project('Late', { start_date: '2027-02-01', due_date: '2027-06-30' });
    await project('Open', { primary_maven_id: IMOGEN });
    await make('participations', { workspace_id: late, user_id: TOBIAS, role: 'maven' });
    expect(await shown(`/workspaces.json?${new URLSearchParams({ [name]: value }).toString()}`, 'title')).toEqual(
      expected,
    );
  });

  test('are sorted by their price, their status and their progress, although these are computed', async () => {
    const [cheap, dear] = [
      await project('Cheap', { price: '100', status_key: 300 }),
      await project('Dear', { price: '900' }),
    ];
    await make('stories', { workspace_id: dear, title: 'Half', percentage_complete: 50 });
    const order = async (by: string) => (await kantata.list(`/workspaces.json?order=${by}`)).map((each) => each['id']);
    expect(await order('price:desc')).toEqual([dear, cheap]);
    expect(await order('status:asc')).toEqual([dear, cheap]);
    expect(await order('percentage_complete:asc')).toEqual([cheap, dear]);
  });
});

describe('what lists leave out unless it is asked for', () => {
  test('time, tasks and assignments of an archived project', async () => {
    const workspace_id = await project('Shelved');
    await make('participations', { workspace_id, user_id: TOBIAS, role: 'maven' });
    const story_id = await make('stories', { workspace_id, title: 'Task', assignee_ids: [TOBIAS] });
    await make('time_entries', { workspace_id, story_id, date_performed: '2026-11-20', time_in_minutes: 60 });
    await kantata.call('PUT', `/workspaces/${workspace_id}.json`, { workspace: { archived: true } });
    const count = async (path: string) => (await kantata.list(path)).length;
    expect({
      time: [await count('/time_entries.json'), await count('/time_entries.json?from_archived_workspaces=true')],
      tasks: [await count('/stories.json'), await count('/stories.json?show_from_archived_workspaces=true')],
      assignments: [await count('/assignments.json'), await count('/assignments.json?in_unarchived_workspaces=false')],
    }).toEqual({ time: [0, 1], tasks: [0, 1], assignments: [0, 1] });
  });

  test('archived=include, only and exclude hold for tasks too', async () => {
    const workspace_id = await project('P');
    await make('stories', { workspace_id, title: 'Kept' });
    await make('stories', { workspace_id, title: 'Archived', archived: true });
    const titles = async (archived: string) => await shown(`/stories.json?archived=${archived}`, 'title');
    expect([await titles('include'), await titles('only'), await titles('exclude')]).toEqual([
      ['Archived', 'Kept'],
      ['Archived'],
      ['Kept'],
    ]);
  });

  test('places on a team that nobody fills yet', async () => {
    const workspace_id = await project('P');
    const role_id = '510003';
    const place = await kantata.create('workspace_resources', { workspace_id, role_id });
    const ids = async (query: string) =>
      await shown(`/workspace_resources.json?workspace_id=${workspace_id}${query}`, 'user_id');
    expect(await ids('')).toEqual(['11300001']);
    expect(await ids('&include_unnamed=true')).toEqual(['11300001', null]);
    expect(await ids('&only_unnamed=true')).toEqual([null]);
    expect((await kantata.call('GET', `/workspace_resources/${String(place['id'])}.json`)).status).toBe(200);
  });

  test('people of the account who take part in no project', async () => {
    expect(await shown('/users.json', 'id')).toEqual([]);
    const workspace_id = await project('P');
    await make('participations', { workspace_id, user_id: TOBIAS, role: 'maven' });
    expect(await shown('/users.json', 'id')).toEqual(['11300001', TOBIAS]);
    expect(await kantata.list('/users.json?on_my_account=true&per_page=200')).toHaveLength(26);
    const emails = 'imogen.clarke@haldenpike.example,leo.fontaine@haldenpike.example,nobody@x.example';
    expect(await shown(`/users.json?on_my_account=true&by_email_addresses=${emails}`, 'full_name')).toEqual([
      'Imogen Clarke',
      'Leo Fontaine',
    ]);
  });

  test('participations are listed for one project only', async () => {
    expect(await kantata.call('GET', '/participations.json')).toEqual({
      status: 400,
      body: { errors: [{ type: 'system', message: 'workspace_id is required' }] },
    });
  });
});

describe('time', () => {
  test('is filtered by several projects and people, and approved means approved whatever its value', async () => {
    const [first, second] = [await project('First'), await project('Second', { require_time_approvals: false })];
    const entry = { date_performed: '2026-11-20', time_in_minutes: 60 };
    await make('time_entries', { ...entry, workspace_id: first, user_id: TOBIAS });
    await make('time_entries', { ...entry, workspace_id: second, user_id: IMOGEN });
    const projects = async (query: string) => await shown(`/time_entries.json?${query}`, 'workspace_id');
    expect({
      both: await projects(`workspace_ids=${first},${second}`),
      one: await projects(`workspace_ids=${second}`),
      people: await projects(`with_user_ids=${TOBIAS},7`),
      approved: await projects('approved=false'),
      uninvoiced: await projects('uninvoiced=false'),
      invoiced: await projects('invoiced=true'),
    }).toEqual({
      both: [first, second],
      one: [second],
      people: [first],
      approved: [second],
      uninvoiced: [first, second],
      invoiced: [],
    });
    expect((await kantata.call('GET', '/time_entries.json?date_performed_between=lately')).status).toBe(400);
  });
});

describe('events', () => {
  test('are filtered by the people who caused them', async () => {
    await project('P');
    const count = async (query: string) =>
      (await kantata.list(`/subscribed_events.json?event_types=workspace:created&${query}`)).length;
    expect([await count('user_ids=11300001,5'), await count('user_ids=5')]).toEqual([1, 0]);
    expect((await kantata.call('GET', '/subscribed_events.json?subject_id=1')).status).toBe(400);
  });
});

describe('tasks', () => {
  test('a percentage starts and completes a task', async () => {
    const workspace_id = await project('P');
    const id = await make('stories', { workspace_id, title: 'T' });
    const stateAt = async (percentage_complete: number) => {
      await kantata.call('PUT', `/stories/${id}.json`, { story: { percentage_complete } });
      return (await kantata.list(`/stories.json?only=${id}`))[0]?.['state'];
    };
    expect([await stateAt(0), await stateAt(30), await stateAt(100)]).toEqual(['not started', 'started', 'completed']);
  });
});

describe('nothing is ignored in silence', () => {
  test.each([
    ['GET', '/workspaces.json?updated_aftr=2030-01-01', undefined, 'the query parameter “updated_aftr”'],
    ['GET', '/workspaces.json?has_approvers=true', undefined, 'the query parameter “has_approvers”'],
    ['GET', '/rate_cards.json?search=x', undefined, 'the query parameter “search”'],
    ['GET', '/workspaces.json?order=nonsense:asc', undefined, 'the order “nonsense:asc”'],
    ['GET', '/workspaces.json?optional_fields=secret', undefined, 'the optional field “secret”'],
    ['POST', '/roles.json', { role: { name: 'X' }, notify: true }, 'the body member “notify”'],
    ['POST', '/roles.json', { role: { name: 'X', colour: 'red' } }, 'the attribute “colour”'],
  ])('%s %s', async (method, path, body, refused) => {
    const answer = await kantata.call(method, path, body);
    expect(answer).toEqual({
      status: 501,
      body: { errors: [{ type: 'system', message: expect.stringContaining(refused) }] },
    });
  });
});

test('a write may be a form in Rails’ structure', async () => {
  const post = async (path: string, body: string) =>
    await fetch(`${kantata.system.url}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sandbox-kantata-token', 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
  const made = await post(
    '/workspaces.json',
    'workspace[title]=Audit&workspace[creator_role]=maven&workspace[budgeted]=false',
  );
  expect(made.status).toBe(200);
  expect(await kantata.list('/workspaces.json?budgeted=false')).toMatchObject([{ title: 'Audit', budgeted: false }]);
  expect((await post('/workspaces.json', 'workspace[title]=Audit&workspace[colour]=red')).status).toBe(501);
});
