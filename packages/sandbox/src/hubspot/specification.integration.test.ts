import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem } from '../kit/start-system.ts';
import type { RunningSystem } from '../kit/start-system.ts';
import { hubspot } from './hubspot-system.ts';

/** The vendor's own descriptions of these objects; test data that is not part of the project. */
const folder = fileURLToPath(new URL('../../../../../shared/specs/hubspot/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere)
  console.warn(`SKIPPED: ${folder} is absent; the stand-in’s answers are not held against HubSpot’s descriptions.`);

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
}

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem(hubspot, { log: (message) => console.error(message) });
});
afterAll(async () => await system.close());

/** Asks the stand-in, and holds the answer against the schema that its status has in the description. */
function judge(file: string) {
  const description = JSON.parse(readFileSync(folder + file, 'utf8')) as Description;
  const root = Object.keys(description.paths).toSorted((a, b) => a.length - b.length)[0] ?? '';
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(description, 'description');
  return async (method: string, path: string, body?: object) => {
    const headers = { authorization: 'Bearer sandbox-hubspot-token' };
    const url = `${system.url}${root}${path}`;
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    const called = root + path.replace(/[?].*/, '');
    const template =
      Object.keys(description.paths).find((each) =>
        new RegExp(`^${each.replaceAll(/[{]\w+[}]/g, '[0-9]+')}$`).test(called),
      ) ?? '';
    const { responses = {} } = description.paths[template]?.[method.toLowerCase()] ?? {};
    const place = [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      response.status,
      'content',
      'application/json',
    ];
    const pointer = Object.hasOwn(responses, response.status)
      ? [...place, 'schema'].map((part) => String(part).replaceAll('/', '~1')).join('/')
      : 'components/schemas/Error';
    const validate = ajv.compile({ $ref: `description#/${encodeURI(pointer)}` });
    validate(withoutNulls(answer));
    return { status: response.status, problems: validate.errors ?? [], answer };
  };
}

/** The description forgets that a property without a value is null, which the vendor's own client knows. */
function withoutNulls(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_name, value: unknown) => (value === null ? undefined : value));
}

describe.runIf(isThere).each([
  ['companies.v3.json', { name: 'Acme' }],
  ['contacts.v3.json', { lastname: 'Acme' }],
  ['deals.v3.json', { dealname: 'Acme', dealstage: 'contractsent' }],
  ['line-items.v3.json', { name: 'Acme' }],
])('the answers about %s', (file, properties) => {
  it('are as the vendor describes them', async () => {
    const ask = judge(file);
    const good = { properties, objectWriteTraceId: 'a', associations: [] };
    const keyed = { id: 'K-1', idProperty: 'throughline_key', properties, objectWriteTraceId: 'a' };
    const made = await ask('POST', '', { properties, associations: [] });
    const id = String(made.answer['id']);
    const all = [
      made,
      await ask('GET', `/${id}`),
      await ask('PATCH', `/${id}`, { properties }),
      await ask('GET', '?limit=1'),
      await ask('POST', '/search', { filterGroups: [], limit: 1 }),
      await ask('POST', '/batch/create', { inputs: [good] }),
      await ask('POST', '/batch/create', {
        inputs: [good, { ...good, objectWriteTraceId: 'b', properties: { nope: '1' } }],
      }),
      await ask('POST', '/batch/read', { inputs: [{ id }, { id: '9' }], properties: [] }),
      await ask('POST', '/batch/update', { inputs: [{ id, properties }] }),
      await ask('POST', '/batch/upsert', { inputs: [keyed] }),
      await ask('POST', '', { properties: { nope: '1' }, associations: [] }),
    ];
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 201, 207, 207, 200, 200, 400]);
  });
});
