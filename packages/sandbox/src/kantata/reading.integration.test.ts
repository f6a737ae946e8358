import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

const project = async (title: string, more: Json = {}): Promise<string> =>
  String((await kantata.create('workspaces', { title, creator_role: 'maven', ...more }))['id']);
const titles = async (query: string): Promise<unknown[]> =>
  (await kantata.list(`/workspaces.json${query}`)).map((each) => each['title']);

describe('access', () => {
  const login = { errors: [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }] };

  test('a wrong token and a missing token are refused alike', async () => {
    expect(await kantata.call('GET', '/workspaces.json', undefined, 'wrong')).toEqual({ status: 401, body: login });
    const response = await fetch(`${kantata.system.url}/api/v1/workspaces.json`);
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 401, body: login });
  });

  test('a person without permission reads but does not write', async () => {
    const token = 'sandbox-kantata-readonly-token';
    expect((await kantata.call('GET', '/roles.json', undefined, token)).status).toBe(200);
    expect(await kantata.call('POST', '/roles.json', { role: { name: 'X' } }, token)).toEqual({
      status: 403,
      body: { errors: [{ type: 'system', message: 'You do not have permission to perform this action.' }] },
    });
  });

  test('too many requests get 429 without a header that says how long to wait', async () => {
    await fetch(`${kantata.system.url}/__control/settings`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ requestsPerMinute: 1 }),
    });
    const ask = async (): Promise<Response> =>
      await fetch(`${kantata.system.url}/api/v1/users/me.json`, {
        headers: { Authorization: 'Bearer sandbox-kantata-token' },
      });
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect({ status: refused.status, retryAfter: refused.headers.get('retry-after') }).toEqual({
      status: 429,
      retryAfter: null,
    });
    kantata.system.context.clock.advance(60_000);
    expect((await ask()).status).toBe(200);
  });

  test('faults and unknown paths answer in Kantata’s own error shape', async () => {
    kantata.system.context.faults.add({ kind: 'server-error' });
    expect(await kantata.call('GET', '/roles.json')).toEqual({
      status: 503,
      body: { errors: [{ type: 'system', message: 'Service is unavailable' }] },
    });
    expect(await kantata.call('GET', '/nothing.json')).toEqual({
      status: 404,
      body: { errors: [{ type: 'system', message: 'Page Not Found' }] },
    });
    expect((await kantata.call('GET', '/invoices.json')).status).toBe(501);
  });
});

describe('every answer uses Kantata’s envelope', () => {
  test('results are in order, objects are by id, and the count appears twice', async () => {
    expect(await kantata.call('GET', '/roles.json?per_page=2&order=alphabetical:desc')).toEqual({
      status: 200,
      body: {
        count: 9,
        results: [
          { key: 'roles', id: '510006' },
          { key: 'roles', id: '510007' },
        ],
        roles: {
          '510006': role('510006', 'Solution Architect'),
          '510007': role('510007', 'Software Engineer'),
        },
        meta: { count: 9, page_count: 5, page_number: 1, page_size: 2 },
      },
    });
  });

  const role = (id: string, name: string) => ({
    id,
    name,
    created_at: '2026-11-23T09:00:00+00:00',
    updated_at: '2026-11-23T09:00:00+00:00',
  });

  test('paths work with and without .json', async () => {
    const body = { count: 1, results: [{ key: 'roles', id: '510001' }] };
    expect((await kantata.call('GET', '/roles/510001.json')).body).toMatchObject(body);
    expect((await kantata.call('GET', '/roles/510001')).body).toMatchObject(body);
    expect((await kantata.call('GET', '/roles')).body).toMatchObject({ count: 9 });
  });

  test('included objects come under their own key', async () => {
    const { body } = await kantata.call(
      'GET',
      '/users.json?on_my_account=true&by_email_address=Imogen.Clarke@haldenpike.example&include=role',
    );
    expect(body).toEqual({
      count: 1,
      results: [{ key: 'users', id: '11300008' }],
      users: {
        '11300008': {
          id: '11300008',
          full_name: 'Imogen Clarke',
          photo_path: null,
          email_address: 'imogen.clarke@haldenpike.example',
          headline: null,
          disabled: false,
          account_id: '7012345',
          account_permission: 'collaborator',
          role_id: '510003',
          account_membership_id: '12400008',
        },
      },
      roles: { '510003': role('510003', 'Senior Consultant') },
      meta: { count: 1, page_count: 1, page_number: 1, page_size: 20 },
    });
    expect((await kantata.call('GET', '/users.json?include=nobody')).status).toBe(501);
  });

  test('included tasks share their key with the requested tasks, so only results tells them apart', async () => {
    const workspace_id = await project('P');
    const parent = await kantata.create('stories', { title: 'Phase', workspace_id });
    const child = await kantata.create('stories', { title: 'Task', workspace_id, parent_id: parent['id'] });
    const { body } = await kantata.call('GET', `/stories.json?only=${String(child['id'])}&include=parent`);
    expect(body?.['results']).toEqual([{ key: 'stories', id: child['id'] }]);
    expect(Object.keys(body?.['stories'] as object)).toEqual([parent['id'], child['id']]);
  });
});

describe('lists can be paged, sorted and filtered', () => {
  test('a page holds 20 records by default and 200 at most; limit and offset take precedence', async () => {
    for (let n = 1; n <= 3; n += 1) {
      const bulk = Array.from({ length: 70 }, (_, at) => ({ title: `P${n}-${at}`, creator_role: 'maven' }));
      await kantata.call('POST', '/workspaces.json', { workspaces: bulk });
    }
    const meta = async (query: string) => (await kantata.call('GET', `/workspaces.json${query}`)).body?.['meta'];
    expect(await meta('')).toEqual({ count: 210, page_count: 11, page_number: 1, page_size: 20 });
    expect(await meta('?per_page=500&page=2')).toEqual({ count: 210, page_count: 2, page_number: 2, page_size: 200 });
    expect(await meta('?per_page=7&limit=15&offset=30')).toEqual({
      count: 210,
      page_count: 14,
      page_number: 3,
      page_size: 15,
    });
    expect(await titles('?page=2&per_page=200')).toHaveLength(10);
    expect(await titles('?page=3&per_page=200')).toEqual([]);
  });

  test('archived projects are hidden unless asked for, even when they are requested by id', async () => {
    await project('Open');
    const id = await project('Shelved');
    await kantata.call('PUT', `/workspaces/${id}.json`, { workspace: { archived: true } });
    expect(await titles('')).toEqual(['Open']);
    expect(await titles('?include_archived=true&order=title:asc')).toEqual(['Open', 'Shelved']);
    expect(await titles('?archived=only')).toEqual(['Shelved']);
    expect(await titles(`?only=${id}`)).toEqual([]);
    expect((await kantata.call('GET', `/workspaces/${id}.json`)).status).toBe(404);
    expect((await kantata.call('GET', `/workspaces/${id}.json?include_archived=true`)).status).toBe(200);
  });

  test('only= finds nothing without a 404, while show answers 404', async () => {
    const id = await project('P');
    expect(await titles(`?only=${id},999`)).toEqual(['P']);
    expect(await titles('?only=999')).toEqual([]);
    expect((await kantata.call('GET', '/workspaces/999.json')).status).toBe(404);
  });

  test('tasks of archived projects and archived tasks are hidden', async () => {
    const workspace_id = await project('P');
    await kantata.create('stories', { title: 'Kept', workspace_id });
    await kantata.create('stories', { title: 'Archived', workspace_id, archived: true });
    const count = async (query: string) => (await kantata.list(`/stories.json${query}`)).length;
    expect([await count(''), await count('?show_archived=true')]).toEqual([1, 2]);
    await kantata.call('PUT', `/workspaces/${workspace_id}`, { workspace: { archived: true } });
    expect([await count(''), await count('?show_from_archived_workspaces=true')]).toEqual([0, 1]);
  });

  test('records can be filtered by change date and sorted by time', async () => {
    await project('First');
    kantata.system.context.clock.advance(60_000);
    await project('Second');
    const since = encodeURIComponent('2026-11-23T09:00:30+00:00');
    expect(await titles(`?updated_after=${since}`)).toEqual(['Second']);
    expect(await titles(`?created_before=${since}`)).toEqual(['First']);
    expect(await titles('')).toEqual(['Second', 'First']);
    expect(await titles('?order=created_at:asc')).toEqual(['First', 'Second']);
    expect((await kantata.call('GET', '/workspaces.json?updated_after=yesterday')).status).toBe(400);
  });

  test('search works where the endpoint supports it', async () => {
    await project('Order-to-cash build', { description: 'Thornbury' });
    await project('CFO advisory');
    expect(await titles('?search=thornbury')).toEqual(['Order-to-cash build']);
    expect(await titles('?matching=cfo')).toEqual(['CFO advisory']);
  });

  test('optional fields appear when asked for', async () => {
    await project('P');
    const [plain] = await kantata.list('/workspaces.json');
    const [more] = await kantata.list('/workspaces.json?optional_fields=stage,minutes_logged');
    expect([plain?.['stage'], more?.['stage'], more?.['minutes_logged']]).toEqual([undefined, 'project', 0]);
  });
});
