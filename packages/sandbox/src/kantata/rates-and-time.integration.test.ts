import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectsOf, openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

/** Tobias Krüger, Senior Consultant. */
const SENIOR_USER = '11300007';
const SENIOR_ROLE = '510003';

const project = async (more: Json = {}): Promise<Json> =>
  await kantata.create('workspaces', { title: 'P', creator_role: 'maven', rate_card_id: '18001', ...more });
const invalid = (field: string, message: string) => ({ type: 'validation', message, field });

describe('rate cards', () => {
  test('the seed has one card per currency with two versions of nine roles each, in minor units', async () => {
    const cards = await kantata.list('/rate_cards.json?include=rate_card_versions');
    expect(cards.map((each) => each['currency'])).toEqual(['CHF', 'USD', 'EUR', 'GBP']);
    const versions = await kantata.list('/rate_card_set_versions.json');
    expect(versions.map((each) => [each['effective_date'], each['active']])).toEqual([
      ['2025-01-01', true],
      ['2026-01-01', true],
    ]);
    const pounds = (cards.at(-1)?.['rate_card_version_ids'] ?? []) as readonly string[];
    const rates = await Promise.all(
      pounds.map(async (id) => {
        const roles = await kantata.list(`/rate_card_roles.json?rate_card_version_id=${id}`);
        return { count: roles.length, senior: roles.find((each) => each['role_id'] === SENIOR_ROLE)?.['rate'] };
      }),
    );
    expect(rates).toEqual([
      { count: 9, senior: 22_500 },
      { count: 9, senior: 23_400 },
    ]);
  });

  test('a new version of a set clones the rates of an earlier one', async () => {
    const clone = { rate_card_set_id: '8001', effective_date: '2027-01-01' };
    const created = objectsOf(
      await kantata.call('POST', '/rate_card_set_versions.json?clone_id=9002', { rate_card_set_version: clone }),
    );
    expect(created).toMatchObject([{ active: false, effective_date: '2027-01-01' }]);
    const path = `/rate_card_versions.json?rate_card_set_version_id=${String(created[0]?.['id'])}&include=rate_card_roles`;
    const versions = await kantata.list(path);
    expect(versions.map((each) => (each['rate_card_role_ids'] as unknown[]).length)).toEqual([9, 9, 9, 9]);
  });

  test('a set, its cards and its rates can be created one by one', async () => {
    const [set] = objectsOf(
      await kantata.call('POST', '/rate_card_sets.json', { rate_card_set: { title: 'Thornbury' } }),
    );
    const rate_card = { rate_card_set_id: set?.['id'], currency: 'GBP' };
    const [card] = objectsOf(await kantata.call('POST', '/rate_cards.json?include=rate_card_versions', { rate_card }));
    const [versionId] = (card?.['rate_card_version_ids'] ?? []) as readonly string[];
    const rate_card_role = { rate_card_version_id: versionId, role_id: SENIOR_ROLE, rate: 20_000 };
    const post = async () => await kantata.call('POST', '/rate_card_roles.json', { rate_card_role });
    expect(objectsOf(await post())).toMatchObject([{ rate: 20_000, role_id: SENIOR_ROLE }]);
    expect((await post()).body).toEqual({ errors: [invalid('role_id', 'Role has already been taken')] });
    expect((await kantata.call('POST', '/rate_cards.json', { rate_card })).body).toEqual({
      errors: [invalid('currency', 'Currency has already been taken')],
    });
    const { id } = await project({ rate_card_id: card?.['id'] });
    expect((await kantata.list(`/rate_cards.json?only=${String(card?.['id'])}`))[0]).toMatchObject({ uses: 1 });
    const resource = { workspace_id: id, role_id: SENIOR_ROLE };
    expect(await kantata.create('workspace_resources', resource)).toMatchObject({
      user_id: null,
      role_name: 'Senior Consultant',
      display_label: 'Senior Consultant',
      role_rate: 20_000,
      role_available_on_rate_card: true,
    });
  });
});

describe('teams', () => {
  test('a named resource makes its user a participant, and every participant has a resource', async () => {
    const { id: workspace_id } = await project();
    await kantata.create('workspace_resources', { workspace_id, user_id: SENIOR_USER });
    const people = await kantata.list(`/participations.json?workspace_id=${String(workspace_id)}`);
    expect(people.map((each) => each['user_id'])).toEqual([SENIOR_USER, '11300001']);
    await kantata.create('participations', { workspace_id, user_id: '11300008' });
    const resources = await kantata.list(`/workspace_resources.json?workspace_id=${String(workspace_id)}`);
    expect(resources.map((each) => [each['user_id'], each['role_id'], each['participation_id']])).toEqual([
      ['11300008', SENIOR_ROLE, '71000003'],
      [SENIOR_USER, SENIOR_ROLE, '71000002'],
      ['11300001', null, '71000001'],
    ]);
    const twice = { participation: { workspace_id, user_id: SENIOR_USER } };
    expect((await kantata.call('POST', '/participations.json', twice)).body).toEqual({
      errors: [invalid('user_id', 'User is already participating in the project')],
    });
    const empty = { workspace_resource: { workspace_id } };
    expect((await kantata.call('POST', '/workspace_resources.json', empty)).body).toEqual({
      errors: [invalid('role_id', 'A user or a role must be given')],
    });
  });

  test('the seed holds 25 consultants with rates, and the integration user', async () => {
    const memberships = await kantata.list('/account_memberships.json?per_page=50');
    expect(memberships).toHaveLength(26);
    expect(memberships.filter((each) => each['default_role_id'] === null).map((each) => each['user_id'])).toEqual([
      '11300001',
    ]);
    expect(memberships.find((each) => each['user_id'] === SENIOR_USER)).toMatchObject({
      bill_rate_in_cents: 22_500,
      cost_rate_in_cents: 9500,
      default_role_id: SENIOR_ROLE,
    });
    expect(await kantata.list('/users/me.json')).toMatchObject([{ email_address: 'integration@haldenpike.example' }]);
  });
});

describe('time', () => {
  test('an entry has the rate of its role on the day of the work', async () => {
    const { id: workspace_id } = await project();
    const story = await kantata.create('stories', { workspace_id, title: 'T', billable: false });
    const entry = { workspace_id, user_id: SENIOR_USER, time_in_minutes: 90 };
    const thisYear = await kantata.create('time_entries', {
      ...entry,
      date_performed: '2026-11-20',
      story_id: story['id'],
    });
    const lastYear = await kantata.create('time_entries', { ...entry, date_performed: '2025-11-20' });
    const shown = ({ rate_in_cents, currency, billable, approved, role_id }: Json) => ({
      rate_in_cents,
      currency,
      billable,
      approved,
      role_id,
    });
    const common = { currency: 'GBP', approved: false, role_id: SENIOR_ROLE };
    expect([thisYear, lastYear].map(shown)).toEqual([
      { ...common, rate_in_cents: 23_400, billable: false },
      { ...common, rate_in_cents: 22_500, billable: true },
    ]);
    const between = await kantata.list('/time_entries.json?date_performed_between=2026-01-01:2026-12-31');
    expect(between.map((each) => each['id'])).toEqual([thisYear['id']]);
    const [counted] = await kantata.list('/workspaces.json?optional_fields=minutes_logged,billable_minutes');
    expect(counted).toMatchObject({ minutes_logged: 180, billable_minutes: 90 });
  });

  test('a time entry is refused for each of these reasons', async () => {
    const { id: workspace_id } = await project();
    const other = await project();
    const story = await kantata.create('stories', { workspace_id: other['id'], title: 'T' });
    const post = async (time_entry: Json) => (await kantata.call('POST', '/time_entries.json', { time_entry })).body;
    expect(await post({})).toEqual({
      errors: [
        invalid('workspace_id', "Workspace can't be blank"),
        invalid('date_performed', "Date performed can't be blank"),
        invalid('time_in_minutes', "Time in minutes can't be blank"),
      ],
    });
    const entry = { workspace_id, date_performed: '2026-11-20', time_in_minutes: 0, story_id: story['id'] };
    expect(await post(entry)).toEqual({
      errors: [
        invalid('time_in_minutes', 'Time in minutes must be an integer greater than or equal to 1'),
        invalid('story_id', 'Story must be a task of the same project'),
      ],
    });
  });
});

describe('events', () => {
  const events = async (query = '') => await kantata.list(`/subscribed_events.json?${query}`);

  test('events can be pulled, the newest first, and each says what changed if asked', async () => {
    const { id } = await project();
    kantata.system.context.clock.advance(60_000);
    await kantata.call('PUT', `/workspaces/${String(id)}`, { workspace: { title: 'Q' } });
    await kantata.call('DELETE', `/workspaces/${String(id)}`);
    const all = await events(
      'optional_fields=payload_changes&event_types=workspace:created,workspace:updated,workspace:deleted',
    );
    expect(all.map((each) => [each['event_type'], each['subject_id'], each['subject_type']])).toEqual(
      ['workspace:deleted', 'workspace:updated', 'workspace:created'].map((type) => [type, id, 'Workspace']),
    );
    expect(all[1]?.['payload_changes']).toEqual({
      title: ['P', 'Q'],
      updated_at: ['2026-11-23T09:00:00+00:00', '2026-11-23T09:01:00+00:00'],
    });
    expect(await events('created_after=2026-11-23T09:00:30Z')).toHaveLength(2);
  });

  test('events are forgotten after nine days', async () => {
    await project();
    kantata.system.context.clock.advance(9 * 86_400_000 + 1000);
    expect(await events()).toEqual([]);
  });

  test('an event can come twice', async () => {
    kantata.system.context.faults.add({ kind: 'duplicate-event', match: { event: 'workspace:*' } });
    await project();
    expect(await events('event_types=workspace:created')).toHaveLength(2);
  });

  test('the event types are listed', async () => {
    const { body } = await kantata.call('GET', '/subscribed_events/event_types.json');
    expect(body?.['event_types']).toContain('story:updated');
  });
});
