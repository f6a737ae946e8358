import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ResourceKey } from './api/record.ts';
import { RESOURCES } from './resources/all-resources.ts';
import { openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';

/** What the vendor's own client library says about each endpoint. */
interface Endpoint {
  readonly attributes?: readonly string[];
  readonly create_attributes?: readonly string[];
  readonly update_attributes?: readonly string[];
  readonly create_or_update_attributes?: readonly string[];
  readonly associations?: Readonly<Record<string, { readonly foreign_key: string; readonly collection: string }>>;
  readonly validations?: Readonly<Record<string, { readonly presence?: boolean; readonly on?: string }>>;
}

const PATH = join(import.meta.dirname, '../../../../../shared/specs/kantata-gem-specification.yml');
const isPresent = existsSync(PATH);
if (!isPresent) console.warn(`SKIPPED: the vendor specification is not at ${PATH}; Kantata is not held against it.`);
const specification = isPresent
  ? (parse(readFileSync(PATH, 'utf8'), { logLevel: 'error' }) as Readonly<Record<string, Endpoint>>)
  : {};

/** Documented in the vendor's API reference, but missing from the older specification of its client. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  workspaces: ['custom_fields'],
  stories: ['custom_fields'],
  rate_cards: ['external_reference'],
};
/** Optional fields of the API reference that the older specification lacks. */
const LATER_SHOWN: Readonly<Record<string, readonly string[]>> = {
  workspaces: ['estimated_minutes', 'minutes_logged', 'billable_minutes', 'non_billable_minutes'],
};
/** Every record has these attributes, whether or not an endpoint's list mentions them. */
const UNIVERSAL = ['id', 'created_at', 'updated_at'];

let kantata: OpenKantata;
const created: Record<string, Json> = {};

beforeAll(async () => {
  kantata = await openKantata();
  const reference = { service_name: 'throughline', service_model: 'x', service_model_ref: '1' };
  const make = async (resource: ResourceKey, attributes: Json): Promise<string> => {
    created[resource] = await kantata.create(resource, attributes);
    return String(created[resource]['id']);
  };
  const group = await make('workspace_groups', { name: 'Client', company: true, external_reference: reference });
  const rateCard = (await kantata.list('/rate_cards.json'))[0]?.['id'];
  const workspace = await make('workspaces', {
    title: 'Project',
    creator_role: 'maven',
    rate_card_id: rateCard,
    workspace_group_ids: [group],
    external_reference: reference,
  });
  const [user] = await kantata.list('/users.json?search=Imogen&on_my_account=true');
  const story = await make('stories', { title: 'Task', workspace_id: workspace, external_reference: reference });
  await make('participations', { workspace_id: workspace, user_id: user?.['id'] });
  await make('workspace_resources', { workspace_id: workspace, role_id: user?.['role_id'] });
  await make('assignments', { story_id: story, assignee_id: user?.['id'] });
  const time = { workspace_id: workspace, story_id: story, date_performed: '2026-11-20', time_in_minutes: 60 };
  await make('time_entries', time);
  const [field] = await kantata.list('/custom_fields.json');
  const subject = { subject_type: 'Workspace', subject_id: workspace };
  await kantata.call('POST', '/custom_field_values.json', {
    custom_field_value: { ...subject, custom_field_id: field?.['id'], value: 'x' },
  });
});
afterAll(async () => await kantata.close());

const endpoints = Object.keys(RESOURCES) as (keyof typeof RESOURCES)[];

describe.skipIf(!isPresent).each(endpoints)('%s against the vendor’s specification', (key) => {
  const resource = RESOURCES[key];
  const vendor = specification[key] ?? {};
  const foreignKeys = Object.values(vendor.associations ?? {}).map((each) => each.foreign_key);
  const queryOf = {
    external_references: '?subject_type=Workspace&',
    custom_field_values: '?subject_type=Workspace&',
    participations: `?workspace_id=41000001&`,
  };
  const query = Object.hasOwn(queryOf, key) ? queryOf[key as keyof typeof queryOf] : '?';
  const optional = resource.optionalFields?.join(',');
  const everything = optional === undefined ? query : `${query}optional_fields=${optional}&`;

  test('the vendor knows the endpoint', () => {
    expect(specification[key]).toBeDefined();
  });

  test('every attribute shown is one of the vendor’s', async () => {
    const records = await kantata.list(`/${key}.json${everything}per_page=200`);
    expect(records.length).toBeGreaterThan(0);
    const known = new Set([...(vendor.attributes ?? []), ...foreignKeys, ...UNIVERSAL, ...(LATER_SHOWN[key] ?? [])]);
    const shown = new Set(records.flatMap((each) => Object.keys(each)));
    expect([...shown].filter((name) => !known.has(name))).toEqual([]);
  });

  test('every attribute accepted is one of the vendor’s', () => {
    const both = vendor.create_or_update_attributes ?? [];
    const later = LATER[key] ?? [];
    const creatable = new Set([...(vendor.create_attributes ?? []), ...both, ...later]);
    const changeable = new Set([...(vendor.update_attributes ?? []), ...both, ...later]);
    expect(resource.createAttributes.filter((name) => !creatable.has(name))).toEqual([]);
    expect(resource.updateAttributes.filter((name) => !changeable.has(name))).toEqual([]);
  });

  test('every association leads where the vendor’s does, and its ids are text', async () => {
    const mine = {
      ...Object.fromEntries(
        Object.entries(resource.belongsTo ?? {}).map(([name, each]) => [name, [each.foreignKey, each.resource]]),
      ),
      ...Object.fromEntries(
        Object.entries(resource.hasMany ?? {}).map(([name, each]) => [name, [each.idsKey, each.resource]]),
      ),
    };
    const theirs = Object.entries(vendor.associations ?? {}).map(([name, each]) => [
      name,
      [each.foreign_key, each.collection],
    ]);
    expect(theirs).toEqual(expect.arrayContaining(Object.entries(mine)));
    const include = Object.keys(mine).join(',');
    const records = await kantata.list(`/${key}.json${query}include=${include}`);
    const ids = Object.values(mine).flatMap(([name = '']) => records.map((each) => each[name]).flat());
    expect(ids.filter((id) => id !== null && typeof id !== 'string')).toEqual([]);
  });

  if (!resource.operations.includes('create')) return;

  test('what the vendor requires is required here too', async () => {
    const demanded = Object.entries(vendor.validations ?? {})
      .filter(([, rule]) => rule.presence === true)
      .flatMap(([names]) => names.replaceAll(/[[\]" ]/g, '').split(','));
    const { status, body } = await kantata.call('POST', `/${key}.json`, { [resource.singular]: {} });
    const problems = (body?.['errors'] ?? []) as readonly { type: string; field: string }[];
    const fields = problems.map((each) => each.field);
    expect(status).toBe(422);
    expect(new Set(problems.map((each) => each.type))).toEqual(new Set(['validation']));
    expect(demanded.filter((name) => !fields.includes(name))).toEqual([]);
  });
});
