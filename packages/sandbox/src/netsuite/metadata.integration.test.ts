import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

const get = async (path: string) => (await netsuite.call('GET', `record/v1/${path}`)).body;
const idsOf = async (type: string): Promise<string[]> =>
  ((await get(type)) as { items: { id: string }[] }).items.map(({ id }) => id);

beforeAll(async () => {
  netsuite = await openNetSuite();
  const entity = { externalId: 'SF-001Hk0000000004IAA' };
  const schedule = {
    name: 'S',
    externalId: 'S',
    scheduleType: { id: 'FBM' },
    milestone: { items: [{ milestoneAmount: 100 }] },
  };
  await netsuite.call('POST', 'record/v1/billingSchedule', schedule);
  await netsuite.call('POST', 'record/v1/job', { companyName: 'J', parent: entity, jobBillingType: { id: '4' } });
  const item = { items: [{ item: { id: '301' }, quantity: 1, rate: 10 }] };
  await netsuite.call('POST', 'record/v1/salesOrder', { entity, item, billingSchedule: { externalId: 'S' } });
  await netsuite.call('POST', 'record/v1/salesOrder/9001/!transform/invoice', {});
  await netsuite.call('POST', 'record/v1/customerSubsidiaryRelationship', { entity, subsidiary: { id: '3' } });
  for (const name of await typeNames()) {
    const { $schema: _draft, ...schema } = await object(`metadata-catalog/${name}`);
    ajv.addSchema(withoutNullable(schema), schemaUrl(name));
  }
});
afterAll(async () => await netsuite.close());

test.each(['true', 'false'])('every record matches its metadata (expandSubResources=%s)', async (expand) => {
  const problems: unknown[] = [];
  for (const name of await typeNames()) {
    const properties = Object.keys((await object(`metadata-catalog/${name}`))['properties'] as object);
    const ids = await idsOf(name);
    if (ids.length === 0) problems.push({ name, missing: 'a record to look at' });
    for (const id of ids) {
      const record = await object(`${name}/${id}?expandSubResources=${expand}`);
      if (!ajv.validate(schemaUrl(name), record)) problems.push({ name, id, errors: ajv.errors });
      const unknown = Object.keys(record).filter((field) => !properties.includes(field));
      if (unknown.length > 0) problems.push({ name, id, unknown });
    }
  }
  expect(problems).toEqual([]);
});

/** OpenAPI's keyword, which JSON Schema does not have. NetSuite writes it even beside $ref. */
function withoutNullable(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'nullable' ? undefined : value,
  ) as object;
}

function schemaUrl(name: string): string {
  return `${netsuite.system.url}/services/rest/record/v1/metadata-catalog/${name}`;
}

async function typeNames(): Promise<string[]> {
  return ((await get('metadata-catalog')) as { items: { name: string }[] }).items.map(({ name }) => name);
}

async function object(path: string): Promise<Record<string, unknown>> {
  return (await get(path)) as Record<string, unknown>;
}
