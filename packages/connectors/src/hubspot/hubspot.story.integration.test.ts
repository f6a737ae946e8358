import type { ConnectorSession, SourceRecord, WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectorRegistry } from '../registry.ts';
import { pollAll } from '../../testing/contract/changes.ts';
import { sandboxControl } from '../../testing/sandbox-control.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { openSession } from '../../testing/open-session.ts';

const connector = connectorRegistry.hubspot;
const clientSecret = 'whsec_YS1jbGllbnQtc2VjcmV0';
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let session: ConnectorSession;

const settings = async (limits: object) =>
  await fetch(`${sandbox.hubspot.url}/__control/settings`, { method: 'PUT', body: JSON.stringify(limits) });

beforeAll(async () => {
  sandbox = await startSandbox();
  session = openSession(
    'hubspot',
    { baseUrl: sandbox.hubspot.url },
    { method: 'private-app', fields: { token: 'sandbox-hubspot-token' } },
  );
});
beforeEach(async () => {
  await sandboxControl(sandbox.hubspot.url).reset();
  await settings({ requestsPerTenSeconds: 100_000, searchesPerSecond: 100_000 });
});
afterAll(async () => {
  await session.close();
  await sandbox.close();
});

const upsert = (object: string, key: string, record: SourceRecord): WriteRequest => ({
  object,
  operation: 'upsert',
  identity: { by: 'external-id', value: key },
  record,
});

async function write(...requests: readonly WriteRequest[]): Promise<string[]> {
  return (await session.write(requests)).map(idOf);
}

function idOf(outcome: WriteOutcome): string {
  if (!outcome.isOk) throw outcome.error;
  return outcome.id;
}

const child = (record: SourceRecord | undefined, name: string): readonly SourceRecord[] =>
  (record?.[name] ?? []) as readonly SourceRecord[];

describe('HubSpot in the closed-won story', () => {
  it('reads a deal with its lines and contacts, with amounts as exact texts and flags as flags', async () => {
    const where = { dealstage: 'closedwon' };
    const [listed] = (await session.list({ object: 'deals', where, limit: 1 })).records;
    const id = String(listed?.['id']);
    const contactsOf = await session.read({
      object: 'companies',
      identity: { by: 'id', id: String(listed?.['hs_primary_associated_company']) },
      include: ['contacts', 'deals'],
    });
    const deal = await session.read({ object: 'deals', identity: { by: 'id', id }, include: ['line_items'] });
    expect(deal).toMatchObject({ amount: '48500', pipeline: 'default', hs_is_closed: true, hs_is_closed_won: true });
    expect(child(deal, 'line_items').map((each) => [each['dealId'], each['quantity'], typeof each['amount']])).toEqual([
      [id, '20', 'string'],
      [id, '20', 'string'],
    ]);
    expect(child(contactsOf, 'contacts').map((each) => each['associatedcompanyid'])).toContain(contactsOf?.['id']);
    expect(child(contactsOf, 'deals').map((each) => each['id'])).toEqual([id]);
  });

  it('holds company, deal, line and their associations once, however often they are written', async () => {
    const story = async () => {
      const [companyId = '', dealId = '', lineId = ''] = await write(
        upsert('companies', 'C-1', { name: 'Acme', domain: 'acme.example' }),
        upsert('deals', 'D-1', { dealname: 'Acme: rollout', dealstage: 'contractsent', amount: '1250.50' }),
        upsert('line_items', 'L-1', { name: 'Analysis', quantity: '3', price: '95.10' }),
      );
      const pair = { fromType: 'deals', fromId: dealId };
      const ends = [
        { ...pair, toType: 'companies', toId: companyId },
        { ...pair, toType: 'line_items', toId: lineId },
      ];
      await write(...ends.map((record): WriteRequest => ({ object: 'associations', operation: 'create', record })));
      return { companyId, dealId, lineId };
    };
    const first = await story();
    expect(await story()).toEqual(first);
    const deal = await session.read({
      object: 'deals',
      identity: { by: 'external-id', value: 'D-1' },
      include: ['line_items'],
    });
    expect(deal).toMatchObject({ id: first.dealId, amount: '1250.50', hs_primary_associated_company: first.companyId });
    expect(child(deal, 'line_items').map((each) => [each['id'], each['amount']])).toEqual([[first.lineId, '285.3']]);

    const where = { fromType: 'deals', fromId: first.dealId, toType: 'line_items' };
    const { records } = await session.list({ object: 'associations', where });
    expect(records).toEqual([{ ...where, id: `deals/${first.dealId}/line_items/${first.lineId}`, toId: first.lineId }]);
    const identity = { by: 'id', id: String(records[0]?.['id']) } as const;
    await write({ object: 'associations', operation: 'delete', identity });
    expect((await session.list({ object: 'associations', where })).records).toEqual([]);
  });

  it('says of an association what it did, and reads one by its id', async () => {
    const [dealId = '', lineId = ''] = await write(
      upsert('deals', 'D-2', { dealname: 'Beta', dealstage: 'contractsent' }),
      upsert('line_items', 'L-2', { name: 'Analysis', quantity: '1', price: '10' }),
    );
    const record = { fromType: 'deals', fromId: dealId, toType: 'line_items', toId: lineId };
    const identity = { by: 'id', id: `deals/${dealId}/line_items/${lineId}` } as const;
    const effect = async (request: Pick<WriteRequest, 'operation' | 'identity' | 'record'>) => {
      const [outcome] = await session.write([{ object: 'associations', ...request }]);
      return outcome?.isOk === true ? [outcome.effect, outcome.id] : outcome;
    };
    const read = async (id = identity.id) => session.read({ object: 'associations', identity: { by: 'id', id } });
    expect(await effect({ operation: 'create', record })).toEqual(['created', identity.id]);
    expect(await effect({ operation: 'create', record })).toEqual(['unchanged', identity.id]);
    expect(await read()).toEqual({ id: identity.id, ...record });
    expect(await read(`deals/${dealId}/line_items/1`)).toBeUndefined();
    expect(await read(`deals/1/line_items/${lineId}`)).toBeUndefined();
    const list = async (toId: string) => session.list({ object: 'associations', where: { ...record, toId } });
    expect([(await list(lineId)).records.length, (await list('1')).records]).toEqual([1, []]);
    expect(await effect({ operation: 'delete', identity })).toEqual(['deleted', identity.id]);
    expect(await effect({ operation: 'delete', identity })).toEqual(['unchanged', identity.id]);
    expect(await read()).toBeUndefined();
  });

  it('keeps what is no id of a record in its place of the address', async () => {
    const record = { fromType: 'deals', fromId: '1/2?x', toType: 'line_items', toId: '3' };
    const sent = await session.rehearse({ object: 'associations', operation: 'create', record });
    expect(sent.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
      ['PUT', '/crm/v4/objects/deals/1%2F2%3Fx/associations/default/line_items/3'],
    ]);
  });

  it('reads every child of each parent, however many a page shows, and leaves their own company alone', async () => {
    await settings({ associationsPerParent: 2 });
    const keys = ['1', '2', '3', '4', '5'];
    const [first = '', second = '', ...contactIds] = await write(
      upsert('companies', 'C-8', { name: 'First' }),
      upsert('companies', 'C-9', { name: 'Second' }),
      ...keys.map((key) => upsert('contacts', `P-${key}`, { email: `p${key}@acme.example`, lastname: key })),
    );
    for (const fromId of [first, second]) {
      const ends = contactIds.map((toId) => ({ fromType: 'companies', fromId, toType: 'contacts', toId }));
      await write(...ends.map((record): WriteRequest => ({ object: 'associations', operation: 'create', record })));
    }
    for (const id of [first, second]) {
      const company = await session.read({ object: 'companies', identity: { by: 'id', id }, include: ['contacts'] });
      const contacts = child(company, 'contacts').map((each) => [each['id'], each['associatedcompanyid']]);
      expect(new Set(contacts)).toEqual(new Set(contactIds.map((contactId) => [contactId, first])));
      expect(contacts).toHaveLength(contactIds.length);
    }
  });

  it('clears a property with null, and then leaves it out', async () => {
    await write(upsert('companies', 'C-2', { name: 'Clears', phone: '1' }));
    await write(upsert('companies', 'C-2', { phone: null }));
    const record = await session.read({ object: 'companies', identity: { by: 'external-id', value: 'C-2' } });
    expect(record).toMatchObject({ name: 'Clears' });
    expect(record).not.toHaveProperty('phone');
  });

  it('reports a person whose address another record has, beside those that were written', async () => {
    const outcomes = await session.write([
      upsert('contacts', 'P-1', { email: 'a@acme.example', lastname: 'One' }),
      upsert('contacts', 'P-2', { email: 'a@acme.example', lastname: 'Two' }),
      upsert('contacts', 'P-3', { email: 'b@acme.example', lastname: 'Three' }),
    ]);
    expect(outcomes.map((each) => (each.isOk ? each.effect : each.error.class))).toEqual([
      'created',
      'duplicate',
      'created',
    ]);
  });

  it('reads pipelines with their stages, and owners by their address', async () => {
    const pipeline = await session.read({ object: 'pipelines', identity: { by: 'id', id: 'default' } });
    const won = child(pipeline, 'stages').filter((each) => (each['metadata'] as SourceRecord)['probability'] === '1.0');
    expect(won.map((each) => each['id'])).toEqual(['closedwon']);
    const email = 'henry.pike@haldenpike.example';
    const owner = await session.read({ object: 'owners', identity: { by: 'fields', fields: { email } } });
    expect(owner).toMatchObject({ email, lastName: 'Pike' });
  });

  it('walks a filtered list by id, so that it never meets the end of a search', async () => {
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await session.list({ object: 'deals', where: { pipeline: 'default' }, limit: 5, cursor });
      pages.push(page.records.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(pages).toEqual([5, 5, 2]);
    const searches = (await sandboxControl(sandbox.hubspot.url).requests()).filter(({ path }) =>
      path.endsWith('/search'),
    );
    expect(searches).toHaveLength(3);
  });
});

describe('changes in HubSpot', () => {
  const later = async (ms: number) => await sandboxControl(sandbox.hubspot.url).advance(ms);
  const now = async () => await sandboxControl(sandbox.hubspot.url).now();

  it('are found although the search shows them late', async () => {
    await later(3_600_000);
    const since = await now();
    await settings({ searchLagMs: 60_000 });
    const [early = ''] = await write(upsert('companies', 'C-1', { name: 'Early' }));
    await later(61_000);
    const first = await pollAll(session, 'companies', since, undefined);
    const [late = ''] = await write(upsert('companies', 'C-2', { name: 'Late' }));
    const second = await pollAll(session, 'companies', since, first.cursor);
    await later(61_000);
    const third = await pollAll(session, 'companies', since, second.cursor);
    const ids = [first, second, third].map(({ changes }) => changes.map(({ id }) => id));
    expect(ids).toEqual([[early], [early], [early, late]]);
  });

  it('hold every archived record once, from more than one page of them', async () => {
    await later(3_600_000);
    const since = await now();
    const keys = Array.from({ length: 105 }, (_, index) => `C-${index}`);
    const ids = await write(...keys.map((key) => upsert('companies', key, { name: key })));
    await write(
      ...ids.map((id): WriteRequest => ({ object: 'companies', operation: 'delete', identity: { by: 'id', id } })),
    );
    const { changes } = await pollAll(session, 'companies', since, undefined);
    expect(changes.map(({ kind }) => kind)).toEqual(ids.map(() => 'deleted'));
    expect(changes.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('hold a record that was archived on a page already read, while the walk was interrupted', async () => {
    await later(3_600_000);
    const since = await now();
    const keys = Array.from({ length: 107 }, (_, index) => `C-${index}`);
    const [early = '', ...ids] = await write(...keys.map((key) => upsert('companies', key, { name: key })));
    const last = ids.pop() ?? '';
    const archive = async (...gone: readonly string[]) =>
      await write(
        ...gone.map((id): WriteRequest => ({ object: 'companies', operation: 'delete', identity: { by: 'id', id } })),
      );
    await archive(...ids);
    const interrupted = await session.changes({ object: 'companies', since });
    expect(interrupted.hasMore).toBe(true);
    await later(3_600_000);
    await archive(early);
    await later(3_600_000);
    await archive(last);
    const rest = await pollAll(session, 'companies', since, interrupted.cursor);
    const following = await pollAll(session, 'companies', since, rest.cursor);
    expect(rest.changes.map(({ id }) => id)).not.toContain(early);
    expect(following.changes.map(({ id }) => id)).toEqual(expect.arrayContaining([early, last]));
    const settled = await pollAll(session, 'companies', since, following.cursor);
    expect(settled.changes.map(({ id }) => id)).toEqual([last]);
  });

  it.each([
    [0, { subscriptionType: 'deal.creation' }],
    [1, { subscriptionType: 'object.creation', objectTypeId: '0-3' }],
  ])('arrive as webhooks that the vendor’s signature covers (generic: %i)', async (genericWebhooks, data) => {
    await settings({ genericWebhooks });
    const received = Promise.withResolvers<Parameters<NonNullable<typeof connector.readWebhook>>[0]>();
    const server = await startTestServer(({ headers, body }, response) => {
      response.end();
      received.resolve({
        url: `${server.url}/hook`,
        headers: headers as Record<string, string>,
        body: Buffer.from(body),
      });
    });
    await sandboxControl(sandbox.hubspot.url).subscribe(`${server.url}/hook`, clientSecret);
    const [id] = await write(upsert('deals', 'D-9', { dealname: 'New', dealstage: 'contractsent' }));
    const request = await received.promise;
    await server.close();
    expect(connector.readWebhook?.(request, clientSecret, Date.now())).toEqual([
      {
        id: expect.stringMatching(/^1-\d+-\d+-\d+$/),
        object: 'deals',
        recordId: id,
        kind: 'created',
        occurredAt: expect.stringMatching(/^\d{4}-.+Z$/),
        data: expect.objectContaining(data),
      },
    ]);
  });
});
