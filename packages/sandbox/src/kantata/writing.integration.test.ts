import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectsOf, openKantata } from './testing/open-kantata.ts';
import type { Json, OpenKantata } from './testing/open-kantata.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

const PROJECT = {
  title: 'Thornbury Water Services: CFO advisory retainer',
  creator_role: 'maven',
  rate_card_id: '18001',
  start_date: '2026-12-01',
  due_date: '2027-05-31',
  price: '26250.25',
  external_reference: {
    service_name: 'throughline',
    service_model: 'project',
    service_model_ref: '006Hk000000000LIAQ',
    status: 'successful',
  },
};
const invalid = (field: string, message: string) => ({ type: 'validation', message, field });
const refused = (...errors: object[]) => ({ status: 422, body: { errors } });

describe('projects', () => {
  test('a project is created with its reference, its creator as participant and the currency of its card', async () => {
    const answer = await kantata.call('POST', '/workspaces.json?include=external_references,participations', {
      workspace: { ...PROJECT, currency: 'USD', unknown: 'ignored' },
    });
    const { title, creator_role: _role, external_reference: reference, ...dates } = PROJECT;
    expect(answer).toEqual({
      status: 200,
      body: {
        count: 1,
        results: [{ key: 'workspaces', id: '41000001' }],
        workspaces: {
          '41000001': {
            ...dates,
            id: '41000001',
            account_id: '7012345',
            title,
            archived: false,
            description: null,
            effective_due_date: '2027-05-31',
            budgeted: true,
            change_orders_enabled: false,
            updated_at: '2026-11-23T09:00:00+00:00',
            created_at: '2026-11-23T09:00:00+00:00',
            consultant_role_name: 'Consultants',
            client_role_name: 'Clients',
            can_create_line_items: true,
            default_rate: null,
            currency: 'GBP',
            currency_symbol: '£',
            currency_base_unit: 100,
            can_invite: true,
            has_budget_access: true,
            price: '£26,250.25',
            price_in_cents: 2_625_025,
            over_budget: false,
            status: { key: 210, color: 'light', message: 'In Setup' },
            stories_are_fixed_fee_by_default: false,
            require_expense_approvals: true,
            require_time_approvals: true,
            percentage_complete: 0,
            access_level: 'invitation',
            exclude_archived_stories_percent_complete: null,
            tasks_default_non_billable: false,
            posts_require_privacy_decision: false,
            expenses_in_burn_rate: true,
            external_link: null,
            target_margin: null,
            creator_id: '11300001',
            primary_maven_id: '11300001',
            primary_counterpart_id: null,
            primary_workspace_group_id: null,
            approver_id: null,
            external_reference_ids: ['5500001'],
            participation_ids: ['71000001'],
          },
        },
        external_references: {
          '5500001': {
            ...reference,
            id: '5500001',
            subject_id: '41000001',
            subject_type: 'Workspace',
            external_link: null,
            external_message: null,
            external_status: null,
            locked: false,
            created_at: '2026-11-23T09:00:00+00:00',
            updated_at: '2026-11-23T09:00:00+00:00',
            last_synced_at: '2026-11-23T09:00:00+00:00',
          },
        },
        participations: { '71000001': expect.objectContaining({ user_id: '11300001', workspace_id: '41000001' }) },
        meta: { count: 1, page_count: 1, page_number: 1, page_size: 20 },
      },
    });
  });

  test('two equal calls make two records: there is no key that would stop it', async () => {
    await kantata.create('workspaces', PROJECT);
    await kantata.create('workspaces', PROJECT);
    const query =
      'external_reference_service_name=throughline&external_reference_service_model_refs=1,006Hk000000000LIAQ';
    expect((await kantata.list(`/workspaces.json?${query}`)).map((each) => each['id'])).toEqual([
      '41000002',
      '41000001',
    ]);
  });

  test('a reply lost after the commit: the repeat makes a second project, the filter finds both', async () => {
    kantata.system.context.faults.add({ kind: 'timeout-after-commit', match: { method: 'POST' } });
    await expect(kantata.create('workspaces', PROJECT)).rejects.toThrow('fetch failed');
    const find = async () =>
      await kantata.list('/external_references.json?subject_type=Workspace&service_model_ref=006Hk000000000LIAQ');
    expect((await find()).map((each) => each['subject_id'])).toEqual(['41000001']);
    await kantata.create('workspaces', PROJECT);
    expect((await find()).map((each) => each['subject_id'])).toEqual(['41000002', '41000001']);
  });

  test.each<[string, Json, object]>([
    [
      'title and role',
      { title: ' ', creator_role: null },
      refused(
        invalid('title', 'Please give your project a title'),
        invalid('creator_role', 'Please select a role for this project'),
      ),
    ],
    [
      'dates',
      { start_date: '1 Dec', due_date: '2027-02-30' },
      refused(
        invalid('start_date', 'Start date is not a valid date'),
        invalid('due_date', 'Due date is not a valid date'),
      ),
    ],
    [
      'the order of dates',
      { due_date: '2026-11-30' },
      refused(invalid('due_date', "Due date can't be before the start date")),
    ],
    [
      'a card and a group that are not there',
      { rate_card_id: 1, workspace_group_ids: [7] },
      refused(
        invalid('rate_card_id', 'Rate card must exist'),
        invalid('workspace_group_ids', 'Workspace groups must exist'),
      ),
    ],
    [
      'a currency and a price that are none',
      { currency: 'XQX', price: 'a lot' },
      refused(invalid('currency', 'Currency is not supported'), invalid('price', 'Price is not a number')),
    ],
    [
      'a status and an access level that are none',
      { status_key: 9, access_level: 'all' },
      refused(
        invalid('access_level', 'Access level is not included in the list'),
        invalid('status_key', 'Status key is not included in the list'),
      ),
    ],
    [
      'a reference without model',
      { external_reference: { service_name: 'x', service_model_ref: '1' } },
      refused(invalid('external_reference.service_model', "Service model can't be blank")),
    ],
  ])('%s are checked', async (_title, change, expected) => {
    expect(await kantata.call('POST', '/workspaces.json', { workspace: { ...PROJECT, ...change } })).toEqual(expected);
    expect(await kantata.list('/workspaces.json')).toEqual([]);
    expect(await kantata.list('/external_references.json?subject_type=Workspace')).toEqual([]);
  });

  test('a bulk create takes 100 at most and creates all or none', async () => {
    const bulk = (size: number, last: Json = PROJECT) => ({
      workspaces: [...Array.from({ length: size - 1 }, () => ({ ...PROJECT, external_reference: null })), last],
    });
    expect((await kantata.call('POST', '/workspaces.json', bulk(101))).status).toBe(422);
    expect((await kantata.call('POST', '/workspaces.json', bulk(3, {}))).status).toBe(422);
    expect((await kantata.call('GET', '/workspaces.json')).body).toMatchObject({ count: 0 });
    expect((await kantata.call('POST', '/workspaces.json', bulk(100))).body).toMatchObject({ count: 100 });
  });

  test('a later card must have the currency of the project', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const change = { workspace: { rate_card_id: '18002' } };
    expect(await kantata.call('PUT', `/workspaces/${String(id)}.json`, change)).toEqual(
      refused(invalid('rate_card_id', 'Rate card currency must match the currency of the project')),
    );
  });

  test('a delete is final and takes tasks and references along', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const story = { workspace_id: id, title: 'Task', external_reference: PROJECT.external_reference };
    await kantata.create('stories', story);
    expect(await kantata.call('DELETE', `/workspaces/${String(id)}.json`)).toEqual({ status: 204, body: null });
    expect((await kantata.call('DELETE', `/workspaces/${String(id)}.json`)).status).toBe(404);
    const left = await Promise.all(
      ['stories', 'participations', 'workspace_resources', 'external_references'].map(
        async (each) => (await kantata.list(`/${each}.json?subject_type=Story`)).length,
      ),
    );
    expect(left).toEqual([0, 0, 0, 0]);
  });

  test('a body that cannot be read, a body without its key', async () => {
    expect(await kantata.call('POST', '/workspaces.json', '{')).toEqual({
      status: 400,
      body: { errors: [{ type: 'system', message: 'The request body could not be parsed.' }] },
    });
    expect(await kantata.call('POST', '/workspaces.json', { title: 'X' })).toEqual({
      status: 400,
      body: { errors: [{ type: 'system', message: 'param is missing or the value is empty: workspace' }] },
    });
  });
});

describe('tasks', () => {
  test('phases and tasks make a tree with sums', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const phase = await kantata.create('stories', { workspace_id, title: 'Discovery', story_type: 'deliverable' });
    await kantata.call('POST', '/stories.json', {
      stories: ['Interviews', 'Process maps'].map((title, at) => ({
        workspace_id,
        title,
        parent_id: Number(phase['id']),
        time_estimate_in_minutes: 600 * (at + 1),
        budget_estimate_in_cents: 100_000,
      })),
    });
    const [shown] = await kantata.list(`/stories.json?only=${String(phase['id'])}&include=sub_stories,descendants`);
    expect(shown).toMatchObject({
      title: 'Discovery',
      story_type: 'deliverable',
      parent_id: null,
      root_id: null,
      sub_story_count: 2,
      sub_stories_time_estimate_in_minutes: 1800,
      sub_stories_budget_estimate_in_cents: 200_000,
      sub_story_ids: ['62000002', '62000003'],
    });
    const children = await kantata.list(`/stories.json?with_parent_id=${String(phase['id'])}&order=position:asc`);
    expect(children.map(({ title, position, root_id }) => ({ title, position, root_id }))).toEqual([
      { title: 'Interviews', position: 1, root_id: phase['id'] },
      { title: 'Process maps', position: 2, root_id: phase['id'] },
    ]);
  });

  test('a deleted task keeps its traces but is hidden, with all below it', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const phase = await kantata.create('stories', { workspace_id, title: 'Phase' });
    const external_reference = { service_name: 'throughline', service_model: 'task', service_model_ref: 't-1' };
    await kantata.create('stories', { workspace_id, title: 'Task', parent_id: phase['id'], external_reference });
    const path = `/stories/${String(phase['id'])}.json`;
    expect((await kantata.call('DELETE', path)).status).toBe(204);
    expect(await kantata.list('/stories.json')).toEqual([]);
    const deleted = await kantata.list('/stories.json?show_deleted=true&order=created_at:asc');
    expect(deleted.map((each) => [each['title'], each['deleted_at']])).toEqual([
      ['Phase', '2026-11-23T09:00:00+00:00'],
      ['Task', '2026-11-23T09:00:00+00:00'],
    ]);
    expect(await kantata.list('/external_references.json?subject_type=Story')).toEqual([]);
    const answers = [
      await kantata.call('GET', path),
      await kantata.call('PUT', path, { story: { title: 'X' } }),
      await kantata.call('DELETE', path),
      await kantata.call('GET', `${path}?show_deleted=true`),
    ];
    expect(answers.map((each) => each.status)).toEqual([404, 404, 404, 200]);
  });

  test('what a task is refused for', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const other = await kantata.create('workspaces', PROJECT);
    const foreign = await kantata.create('stories', { workspace_id: other['id'], title: 'Foreign' });
    const refusal = async (story: Json) => await kantata.call('POST', '/stories.json', { story });
    expect(await refusal({ story_type: 'epic', time_estimate_in_minutes: 1.5 })).toEqual(
      refused(
        invalid('title', "Title can't be blank"),
        invalid('workspace_id', "Workspace can't be blank"),
        invalid('story_type', 'Story type is not included in the list'),
        invalid('time_estimate_in_minutes', 'Time estimate in minutes must be an integer greater than or equal to 0'),
      ),
    );
    expect(await refusal({ workspace_id, title: 'T', parent_id: foreign['id'] })).toEqual(
      refused(invalid('parent_id', 'Parent must be a task of the same project')),
    );
    expect(await refusal({ workspace_id, title: 'T', assignee_ids: ['11300005'] })).toEqual(
      refused(invalid('assignee_ids', 'Assignees must participate in the project: 11300005')),
    );
  });

  test('four levels and no deeper; no loops', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const ids: string[] = [];
    for (let depth = 0; depth <= 4; depth += 1) {
      const story = await kantata.create('stories', {
        workspace_id,
        title: `L${depth}`,
        parent_id: ids.at(-1) ?? null,
      });
      ids.push(String(story['id']));
    }
    const deeper = { story: { workspace_id, title: 'L5', parent_id: ids.at(-1) } };
    expect(await kantata.call('POST', '/stories.json', deeper)).toEqual(
      refused(invalid('parent_id', 'Tasks can be nested four levels deep at most')),
    );
    expect(await kantata.call('PUT', `/stories/${ids[0]}`, { story: { parent_id: ids[2] } })).toEqual(
      refused(invalid('parent_id', 'Parent would form a loop')),
    );
  });

  test('assignees: participants only; the list sent replaces the one there', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    for (const user_id of ['11300005', '11300006']) await kantata.create('participations', { workspace_id, user_id });
    const story = await kantata.create('stories', { workspace_id, title: 'T', assignee_ids: [11300005] });
    const change = { story: { assignments: [{ assignee_id: 11300006 }] } };
    const answer = await kantata.call('PUT', `/stories/${String(story['id'])}.json?include=assignees`, change);
    expect(objectsOf(answer)[0]?.['assignee_ids']).toEqual(['11300006']);
  });
});

describe('external references', () => {
  test('the block on an update changes the reference of that service and adds one for another', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const put = async (external_reference: Json) =>
      await kantata.call('PUT', `/workspaces/${String(id)}.json`, { workspace: { external_reference } });
    await put({ ...PROJECT.external_reference, status: 'failed', external_message: 'no rates' });
    await put({ service_name: 'netsuite', service_model: 'job', service_model_ref: 77 });
    const references = await kantata.list(
      `/external_references.json?subject_type=Workspace&subject_id=${String(id)}&order=created_at:asc`,
    );
    expect(references.map((each) => [each['service_name'], each['service_model_ref'], each['status']])).toEqual([
      ['throughline', '006Hk000000000LIAQ', 'failed'],
      ['netsuite', '77', 'pending'],
    ]);
  });

  test('they can be made, found, changed and deleted on their own', async () => {
    const { id: subject_id } = await kantata.create('workspace_groups', { name: 'Thornbury Water Services' });
    const reference = {
      subject_type: 'WorkspaceGroup',
      subject_id,
      service_name: 'throughline',
      service_model: 'customer',
      service_model_ref: '5008',
    };
    const post = async (change: Json = {}) =>
      await kantata.call('POST', '/external_references.json', { external_reference: { ...reference, ...change } });
    const [made] = objectsOf(await post());
    expect(made).toMatchObject({ ...reference, status: 'pending', locked: false });
    expect(await post()).toEqual(refused(invalid('service_name', 'Service name has already been taken')));
    expect(await post({ subject_id: '9', service_name: 'y', status: 'done' })).toEqual(
      refused(
        invalid('status', 'Status must be one of successful, pending, failed'),
        invalid('subject_id', 'Subject must exist'),
      ),
    );
    const path = `/external_references/${String(made?.['id'])}.json`;
    await kantata.call('PUT', path, { external_reference: { status: 'successful' } });
    const found = await kantata.list(
      '/external_references.json?subject_type=WorkspaceGroup&service_name=throughline&service_model_ref=5008',
    );
    expect(found.map((each) => each['status'])).toEqual(['successful']);
    expect((await kantata.call('GET', '/external_references.json')).status).toBe(400);
    expect((await kantata.call('DELETE', path)).status).toBe(204);
    expect(await kantata.list('/external_references.json?subject_type=WorkspaceGroup')).toEqual([]);
  });
});

describe('custom fields', () => {
  test('values come with a project or one by one, and a field holds one value', async () => {
    const [field] = await kantata.list('/custom_fields.json');
    const custom_field_id = String(field?.['id']);
    const { id } = await kantata.create('workspaces', { ...PROJECT, custom_fields: [{ custom_field_id, value: 'A' }] });
    const query = `/custom_field_values.json?subject_type=Workspace&subject_id=${String(id)}`;
    expect(await kantata.list(query)).toEqual([
      expect.objectContaining({
        value: 'A',
        display_value: 'A',
        custom_field_name: 'Salesforce Opportunity',
        type: 'string',
      }),
    ]);
    const again = { subject_type: 'Workspace', subject_id: id, custom_field_id, value: 'B' };
    expect(await kantata.call('POST', '/custom_field_values.json', { custom_field_value: again })).toEqual(
      refused(invalid('custom_field_id', 'Custom field has already been taken')),
    );
    await kantata.call('PUT', `/workspaces/${String(id)}`, {
      workspace: { custom_fields: [{ custom_field_id, value: 'B' }] },
    });
    expect((await kantata.list(query)).map((each) => each['value'])).toEqual(['B']);
    const wrong = { ...PROJECT, custom_fields: [{ custom_field_id: '1', value: 'A' }] };
    expect(await kantata.call('POST', '/workspaces.json', { workspace: wrong })).toEqual(
      refused(invalid('custom_fields', 'Custom field 1 must exist')),
    );
  });
});
