import type { ConnectorSession, SourceRecord, WriteRequest } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectorRegistry } from '../registry.ts';
import { createTestDependencies } from '../../testing/test-dependencies.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let session: ConnectorSession;

function open(test = createTestDependencies(), concurrency?: number): ConnectorSession {
  return connectorRegistry.netsuite.open(
    {
      id: 'connection-1',
      system: 'netsuite',
      settings: { accountId: 'TSTDRV1234567', baseUrl: sandbox.netsuite.url, concurrency },
      auth: {
        method: 'tba',
        fields: {
          consumerKey: 'sandbox-consumer-key',
          consumerSecret: 'sandbox-consumer-secret',
          tokenId: 'sandbox-token-id',
          tokenSecret: 'sandbox-token-secret',
        },
      },
    },
    test.dependencies,
  );
}

beforeAll(async () => {
  sandbox = await startSandbox();
  session = open();
});
afterAll(async () => {
  await session.close();
  await sandbox.close();
});

async function upsert(object: string, key: string, record: SourceRecord): Promise<string> {
  const request: WriteRequest = { object, operation: 'upsert', identity: { by: 'external-id', value: key }, record };
  const [outcome] = await session.write([request]);
  if (outcome?.isOk !== true) throw outcome?.error ?? new Error('No outcome.');
  return outcome.id;
}

const line = (item: string, quantity: number, rate: number) => ({
  item: { id: item },
  quantity,
  rate,
  description: item,
});

describe('NetSuite in the closed-won story', () => {
  it('holds customer under parent, schedule and order completely, however often they are written', async () => {
    const parentId = await upsert('customer', 'P-1', {
      companyName: 'Parent plc',
      isPerson: false,
      subsidiary: { id: '2' },
    });
    const customerId = await upsert('customer', 'C-1', {
      companyName: 'Child Ltd',
      isPerson: false,
      subsidiary: { id: '2' },
      parent: { id: parentId },
      currency: { id: '1' },
      terms: { id: '2' },
      vatRegNumber: 'GB000111222',
      custentity_tl_origin: 'throughline',
    });
    const order = {
      entity: { id: customerId },
      subsidiary: { id: '2' },
      currency: { id: '1' },
      tranDate: '2026-11-23',
      startDate: '2026-12-01',
      endDate: '2027-05-31',
      terms: { id: '2' },
      otherRefNum: 'PO-77',
      memo: 'Finance operating model',
      custbody_tl_contract_type: 'time-and-materials',
      item: { items: [line('302', 10, 1500), line('304', 40.5, 950)] },
    };
    const first = await upsert('salesOrder', 'O-1', order);
    const second = await upsert('salesOrder', 'O-1', order);
    expect(second).toBe(first);

    const read = await session.read({ object: 'salesOrder', identity: { by: 'external-id', value: 'O-1' } });
    expect(read).toMatchObject({
      ...order,
      externalId: 'O-1',
      subtotal: 53_475,
      entity: { id: customerId },
      item: {
        items: [
          { line: 1, item: { id: '302' }, quantity: 10, rate: 1500, amount: 15_000 },
          { line: 2, item: { id: '304' }, quantity: 40.5, rate: 950, amount: 38_475 },
        ],
      },
    });
    expect(JSON.stringify(read)).not.toContain('"links"');

    const [row] = (await session.list({ object: 'salesOrder', where: { entity: customerId } })).records;
    expect(row).toEqual({
      id: first,
      externalId: 'O-1',
      tranId: expect.any(String),
      entity: { id: customerId },
      currency: { id: '1' },
      tranDate: '2026-11-23',
      startDate: '2026-12-01',
      endDate: '2027-05-31',
      terms: { id: '2' },
      otherRefNum: 'PO-77',
      memo: 'Finance operating model',
      total: expect.any(Number),
      subsidiary: { id: '2' },
      custbody_tl_contract_type: 'time-and-materials',
      lastModifiedDate: expect.stringMatching(/Z$/),
    });
  });

  it('finds a customer by tax number when it has no external id of ours', async () => {
    const [customer] = (await session.list({ object: 'customer' })).records.filter(
      (each) => each['vatRegNumber'] !== undefined && each['externalId'] === undefined,
    );
    const found = await session.read({
      object: 'customer',
      identity: { by: 'fields', fields: { vatRegNumber: String(customer?.['vatRegNumber']) } },
    });
    expect(found).toMatchObject(customer ?? { id: 'there is a seeded customer without external id' });
  });

  it('names the field when the vendor refuses a value, and the id when an order needs its customer', async () => {
    const outcomes = await session.write([
      {
        object: 'billingSchedule',
        operation: 'upsert',
        identity: { by: 'external-id', value: 'S-1' },
        record: { name: 'Wrong', scheduleType: { id: 'NONSENSE' } },
      },
      {
        object: 'salesOrder',
        operation: 'upsert',
        identity: { by: 'external-id', value: 'O-9' },
        record: { entity: { id: '999999' }, item: { items: [line('302', 1, 1)] } },
      },
    ]);
    expect(outcomes.map((each) => !each.isOk && [each.error.class, ...each.error.fields])).toEqual([
      ['validation', 'scheduleType'],
      ['validation', 'entity'],
    ]);
  });

  it('reports a duplicate when a create without a key uses a number that is taken', async () => {
    const record = { companyName: 'Twin', isPerson: false, subsidiary: { id: '2' }, entityId: 'TWIN-1' };
    const outcomes = await session.write([
      { object: 'customer', operation: 'create', record },
      { object: 'customer', operation: 'create', record },
    ]);
    const classes = outcomes.map((each) => (each.isOk ? each.effect : each.error.class)).sort();
    expect(classes).toEqual(['created', 'duplicate']);
  });

  it('escapes quotes in SuiteQL', async () => {
    const name = `O'Hara ''x'' OR 1=1`;
    const id = await upsert('customer', 'Q-1', { companyName: name, isPerson: false, subsidiary: { id: '2' } });
    const { records } = await session.list({ object: 'customer', where: { companyName: name } });
    expect(records.map((each) => each['id'])).toEqual([id]);
  });

  it('stays within the connection’s share of the account’s concurrency', async () => {
    await fetch(`${sandbox.netsuite.url}/__control/settings`, {
      method: 'PUT',
      body: JSON.stringify({ concurrencyLimit: 2, latencyMs: 5 }),
    });
    const test = createTestDependencies();
    const modest = open(test, 2);
    const requests = Array.from({ length: 10 }, (_, n): WriteRequest => {
      const record = { companyName: `Many ${n}`, isPerson: false, subsidiary: { id: '2' } };
      return { object: 'customer', operation: 'upsert', identity: { by: 'external-id', value: `M-${n}` }, record };
    });
    const outcomes = await modest.write(requests);
    await modest.close();
    await fetch(`${sandbox.netsuite.url}/__control/settings`, {
      method: 'PUT',
      body: JSON.stringify({ concurrencyLimit: 5, latencyMs: 0 }),
    });
    expect(outcomes.map((each) => each.isOk && each.effect)).toEqual(Array.from({ length: 10 }, () => 'created'));
    expect(test.journal.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('lets a second subsidiary trade with a customer', async () => {
    const customer = await upsert('customer', 'R-1', { companyName: 'Two', isPerson: false, subsidiary: { id: '2' } });
    const id = await upsert('customerSubsidiaryRelationship', 'R-1:HP-DE', {
      entity: { id: customer },
      subsidiary: { id: '3' },
    });
    const { records } = await session.list({ object: 'customerSubsidiaryRelationship', where: { entity: customer } });
    expect(records).toContainEqual({
      id,
      entity: { id: customer },
      subsidiary: { id: '3' },
      isPrimarySub: false,
      isInactive: false,
    });
  });
});
