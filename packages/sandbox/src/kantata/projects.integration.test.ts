import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectsOf, openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';
import { PROJECT, invalid, refused } from '../../testing/kantata/samples.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

describe('projects', () => {
  test('a project is created with its reference, with its creator as participant, and in its card’s currency', async () => {
    const answer = await kantata.call('POST', '/workspaces.json?include=external_references,participations', {
      workspace: { ...PROJECT, currency: 'USD' },
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

  test('two equal calls make two records, because no key prevents it', async () => {
    await kantata.create('workspaces', PROJECT);
    await kantata.create('workspaces', PROJECT);
    const query =
      'external_reference_service_name=throughline&external_reference_service_model_refs=1,006Hk000000000LIAQ';
    expect((await kantata.list(`/workspaces.json?${query}`)).map((each) => each['id'])).toEqual([
      '41000002',
      '41000001',
    ]);
  });

  test('when a reply is lost after the commit, a repeat makes a second project and the filter finds both', async () => {
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

  test('a bulk create takes at most 100 records and creates all or none of them', async () => {
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

  test('a delete is final and removes tasks and references too', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const story = { workspace_id: id, title: 'Task', external_reference: PROJECT.external_reference };
    await kantata.create('stories', story);
    expect(await kantata.call('DELETE', `/workspaces/${String(id)}.json`)).toEqual({ status: 204, body: null });
    expect((await kantata.call('DELETE', `/workspaces/${String(id)}.json`)).status).toBe(404);
    const left = await Promise.all(
      [
        '/stories.json',
        `/participations.json?workspace_id=${String(id)}`,
        '/workspace_resources.json?include_unnamed=true',
        '/external_references.json?subject_type=Story',
      ].map(async (path) => (await kantata.list(path)).length),
    );
    expect(left).toEqual([0, 0, 0, 0]);
  });

  test('a body that cannot be read and a body without its key are refused', async () => {
    expect(await kantata.call('POST', '/workspaces.json', '{')).toEqual({
      status: 400,
      body: { errors: [{ type: 'system', message: 'The request body could not be parsed.' }] },
    });
    expect(await kantata.call('POST', '/workspaces.json', {})).toEqual({
      status: 400,
      body: { errors: [{ type: 'system', message: 'param is missing or the value is empty: workspace' }] },
    });
  });
});

describe('groups', () => {
  test('projects can join and leave a group, and a project’s first group is its primary one', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const made = await kantata.call('POST', '/workspace_groups.json?include=workspaces', {
      workspace_group: { name: 'Thornbury Water Services', company: true, add_workspace_ids: [Number(id)] },
    });
    const [group] = objectsOf(made);
    expect(group).toMatchObject({ company: true, workspace_ids: [id] });
    const project = async () => (await kantata.list('/workspaces.json?include=workspace_groups'))[0];
    expect(await project()).toMatchObject({
      workspace_group_ids: [group?.['id']],
      primary_workspace_group_id: group?.['id'],
    });
    const path = `/workspace_groups/${String(group?.['id'])}.json`;
    await kantata.call('PUT', path, { workspace_group: { remove_workspace_ids: [id] } });
    expect(await project()).toMatchObject({ workspace_group_ids: [], primary_workspace_group_id: null });
    await kantata.call('PUT', path, { workspace_group: { add_workspace_ids: [id] } });
    await kantata.call('DELETE', path);
    expect(await project()).toMatchObject({ workspace_group_ids: [], primary_workspace_group_id: null });
    expect(
      await kantata.call('POST', '/workspace_groups.json', { workspace_group: { add_workspace_ids: [1] } }),
    ).toEqual(refused(invalid('name', "Name can't be blank"), invalid('add_workspace_ids', 'Workspaces must exist')));
    const twin = { workspace_group: { name: 'thornbury water services' } };
    await kantata.create('workspace_groups', { name: 'Thornbury Water Services' });
    expect(await kantata.call('POST', '/workspace_groups.json', twin)).toEqual(
      refused(invalid('name', 'Name has already been taken')),
    );
  });
});
