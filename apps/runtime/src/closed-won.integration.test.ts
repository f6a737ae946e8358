import { createHmac, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectorRegistry } from '@throughline/connectors/registry';
import { readSample, requestConnectionTest } from '@throughline/core/db/runs/engine-request';
import { link, run, triggerEvent } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import type { RunningRuntime } from './start-runtime.ts';
import { startInProcess } from '../testing/in-process-runtime.ts';
import { SalesforcePerson } from '../testing/salesforce-person.ts';
import { installClosedWon, seedConnections, testKeyRing, webhookSecret } from '../testing/seed-world.ts';
import { changedRecords, fromDay, recordsMade, storedRecords } from '../testing/stored-records.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { World, type RunRow } from '../testing/world.ts';

type Deal = Readonly<Record<string, unknown>> & { readonly Id: string; readonly Name: string };

let database: TestDatabase;
let world: World;
let sandbox: RunningSandbox;
let runtime: RunningRuntime;
let sales: SalesforcePerson;
let hook: string;
let connectionIds: Record<'salesforce' | 'netsuite' | 'kantata', string>;

beforeAll(async () => {
  const { keyRing } = await testKeyRing();
  database = await createTestDatabase();
  world = new World(database);
  sandbox = await startSandbox();
  sales = new SalesforcePerson(sandbox);
  connectionIds = await seedConnections(database, sandbox, keyRing);
  await installClosedWon(database);
  runtime = await startInProcess({ databaseUrl: database.url, keyRing, connectors: connectorRegistry });
  hook = `http://127.0.0.1:${runtime.port}/hooks/${connectionIds.salesforce}`;
  const subscribed = await fetch(`${sandbox.salesforce.url}/__control/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: hook, secret: webhookSecret, events: ['Opportunity.*'] }),
  });
  expect(subscribed.ok).toBe(true);
});
afterAll(async () => {
  await runtime?.stop();
  await sandbox?.close();
  await database?.close();
});
beforeEach(async () => {
  for (const { context, url } of [sandbox.netsuite, sandbox.kantata]) {
    context.ledger.clear();
    await fetch(`${url}/__control/faults`, { method: 'DELETE' });
  }
});

async function playFault(system: 'netsuite' | 'kantata', fault: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${sandbox[system].url}/__control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ count: 1, ...fault }),
  });
  if (!response.ok) throw new Error(`The sandbox takes no such fault: ${await response.text()}`);
}

const deals = () => sandbox.salesforce.context.state.collection<Deal>('Opportunity').all();
const dealNamed = (part: string): Deal => {
  const found = deals().find(({ Name }) => Name.includes(part));
  if (found === undefined) throw new Error(`There is no deal named ${part}.`);
  return found;
};
/** Open deals with nothing missing, one after the other. */
const completeDeals = () =>
  deals().filter(
    (deal) =>
      deal['IsClosed'] === false &&
      !deal.Name.includes('(') &&
      ['Contract_Type__c', 'Billing_Model__c', 'Billing_Terms__c', 'Legal_Entity__c', 'Tax_Jurisdiction__c'].every(
        (field) => deal[field] !== null,
      ),
  );

/** Waits for the n-th run of a deal to end and returns it. */
const runOf = (dealId: string, count = 1): Promise<RunRow> =>
  waitUntil(`run ${count} of deal ${dealId}`, async () => {
    const runs = await world.tx((tx) =>
      tx.select().from(run).where(eq(run.businessKey, dealId)).orderBy(run.createdAt),
    );
    const wanted = runs[count - 1];
    return wanted?.finishedAt == null ? undefined : wanted;
  });

describe('a deal is closed in Salesforce', () => {
  it('stands in NetSuite and Kantata, record by record, and closing it again changes nothing', async () => {
    const deal = completeDeals()[0];
    const before = storedRecords(sandbox);
    await sales.closeDeal(deal?.Id ?? '');
    const ended = await runOf(deal?.Id ?? '');
    const asShown = { source: 'webhook', mode: 'live', errorCode: null, businessLabel: deal?.Name };
    expect(ended).toMatchObject({ state: 'succeeded', ...asShown });
    const changed = fromDay(String(deal?.['CloseDate']), changedRecords(before, storedRecords(sandbox)));
    await expect(JSON.stringify(changed, null, 2)).toMatchFileSnapshot('../testing/closed-won-records.json');
    const made = recordsMade(sandbox);
    expect(new Set(made).size).toBe(made.length);

    await sales.editDeal(deal?.Id ?? '', { StageName: 'Negotiation' });
    const after = storedRecords(sandbox);
    await sales.closeDeal(deal?.Id ?? '');
    expect(await runOf(deal?.Id ?? '', 2)).toMatchObject({ state: 'succeeded' });
    expect(storedRecords(sandbox)).toEqual(after);
  });

  it('links what was written, in the transaction that confirmed it', async () => {
    const deal = completeDeals()[0];
    await sales.closeDeal(deal?.Id ?? '');
    await runOf(deal?.Id ?? '');
    const links = await world.tx((tx) =>
      tx
        .select()
        .from(link)
        .where(eq(link.canonicalId, deal?.Id ?? '')),
    );
    expect(links.map(({ entity, system, object, isOrigin }) => ({ entity, system, object, isOrigin }))).toEqual(
      expect.arrayContaining([
        { entity: 'project', system: 'kantata', object: 'workspaces', isOrigin: false },
        { entity: 'contract', system: 'netsuite', object: 'salesOrder', isOrigin: false },
        { entity: 'contract', system: 'salesforce', object: 'Opportunity', isOrigin: true },
      ]),
    );
  });

  it('stops without billing terms before anything is written, and completes with what the operator fills in', async () => {
    const deal = dealNamed('(terms missing)');
    const before = storedRecords(sandbox);
    await sales.closeDeal(deal.Id);
    const stopped = await runOf(deal.Id);
    const [open] = await world.exceptions(stopped.id);
    expect(open).toMatchObject({
      code: 'BILLING_TERMS_MISSING',
      state: 'open',
      businessKey: deal.Id,
      businessLabel: deal.Name,
      path: 'checkDeal',
    });
    expect(storedRecords(sandbox)).toEqual(before);
    const payload = open?.payload as { corrections: Record<string, unknown> };
    const data = { ...payload, corrections: { ...payload.corrections, Billing_Terms__c: 'Net 30' } };
    const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga', payload: { data } });
    expect(await world.ended(replayId)).toMatchObject({ state: 'succeeded' });
    expect(await world.exceptions(stopped.id)).toMatchObject([{ state: 'resolved', resolution: 'replayed' }]);
  });

  it.each([
    ['netsuite', 'salesOrder', 'PUT'],
    ['netsuite', 'customer', 'PATCH'],
    ['kantata', 'workspaces', 'POST'],
  ] as const)('makes one record when %s commits a %s and its answer is lost', async (system, object, method) => {
    const deal = completeDeals()[0];
    await playFault(system, {
      kind: 'timeout-after-commit',
      match: { method, path: `*${object}*` },
    });
    await sales.closeDeal(deal?.Id ?? '');
    expect(await runOf(deal?.Id ?? '')).toMatchObject({ state: 'succeeded' });
    const played = sandbox[system].context.ledger.requests().filter(({ fault }) => fault === 'timeout-after-commit');
    expect(played).toHaveLength(1);
    const made = recordsMade(sandbox);
    expect(new Set(made).size).toBe(made.length);
    expect(made.filter((name) => name.startsWith('netsuite salesOrder/'))).toHaveLength(1);
    expect(made.filter((name) => name.startsWith('kantata workspaces/'))).toHaveLength(1);
  });

  it('takes the project back when NetSuite refuses the contract, and hands the deal to a person', async () => {
    const deal = completeDeals()[0];
    const { state } = sandbox.netsuite.context;
    const whole = state.snapshot();
    // The order's lines refer to items that NetSuite no longer has.
    for (const { id } of state.collection<{ id: string }>('serviceSaleItem').all()) {
      state.collection('serviceSaleItem').delete(id);
    }
    await sales.closeDeal(deal?.Id ?? '');
    const ended = await runOf(deal?.Id ?? '');
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'NETSUITE_VALIDATION' });
    expect(await world.exceptions(ended.id)).toMatchObject([
      { path: 'writeContract', code: 'NETSUITE_VALIDATION', state: 'open', businessKey: deal?.Id },
    ]);
    const { collections } = sandbox.kantata.context.state.snapshot();
    expect(JSON.stringify(collections['workspaces'])).not.toContain(deal?.Id ?? 'no deal');
    const links = await world.tx((tx) =>
      tx
        .select()
        .from(link)
        .where(eq(link.canonicalId, deal?.Id ?? '')),
    );
    expect(links.filter(({ isOrigin }) => !isOrigin)).toEqual([]);
    state.restore({
      ...state.snapshot(),
      collections: { ...state.snapshot().collections, serviceSaleItem: whole.collections['serviceSaleItem'] ?? [] },
    });
    const replayId = await world.replay({
      exceptionId: (await world.exceptions(ended.id))[0]?.id ?? '',
      startedBy: 'user-olga',
    });
    expect(await world.ended(replayId)).toMatchObject({ state: 'succeeded' });
  });

  const customerOf = (accountId: unknown) =>
    sandbox.netsuite.context.state
      .collection<{ id: string; values: Readonly<Record<string, unknown>> }>('customer')
      .find(({ values }) => values['externalId'] === `SF-${String(accountId)}`);
  const accountOf = (id: unknown) => sandbox.salesforce.context.state.collection<Deal>('Account').get(String(id));

  it('writes the customers above before the customer, three levels deep', async () => {
    const deal = dealNamed('Brackenridge Cold Chain Ltd - Data platform');
    const account = accountOf(deal['AccountId']);
    const parent = accountOf(account?.['ParentId']);
    expect(parent?.['ParentId']).toEqual(expect.any(String));
    await sales.closeDeal(deal.Id);
    expect(await runOf(deal.Id)).toMatchObject({ state: 'succeeded' });
    const chain = [deal['AccountId'], parent?.Id, parent?.['ParentId']].map(customerOf);
    expect(chain.map((customer) => customer?.values['parent'] ?? null)).toEqual([
      { id: chain[1]?.id },
      { id: chain[2]?.id },
      null,
    ]);
  });

  it('takes the subsidiary of an order from its contract, and relates the customer to it', async () => {
    const deal = dealNamed('Pelham Home Ltd - Post-merger');
    await sales.editDeal(deal.Id, { Legal_Entity__c: 'HP-DE' });
    await sales.closeDeal(deal.Id);
    expect(await runOf(deal.Id)).toMatchObject({ state: 'succeeded' });
    const customer = customerOf(deal['AccountId']);
    const order = sandbox.netsuite.context.state
      .collection<{ values: Readonly<Record<string, unknown>> }>('salesOrder')
      .find(({ values }) => values['externalId'] === `SF-${deal.Id}`);
    expect([customer?.values['subsidiary'], order?.values['subsidiary'], order?.values['entity']]).toEqual([
      { id: '2' },
      { id: '3' },
      { id: customer?.id },
    ]);
  });

  it('hands many deals over at once', async () => {
    const closing = completeDeals().slice(0, 6);
    await Promise.all(closing.map(({ Id }) => sales.closeDeal(Id)));
    const ended = await Promise.all(closing.map(({ Id }) => runOf(Id)));
    expect(ended.map(({ state, errorMessage }) => ({ state, errorMessage }))).toEqual(
      closing.map(() => ({ state: 'succeeded', errorMessage: null })),
    );
    const made = recordsMade(sandbox);
    expect(new Set(made).size).toBe(made.length);
    expect(made.filter((name) => name.startsWith('netsuite salesOrder/'))).toHaveLength(closing.length);
    expect(made.filter((name) => name.startsWith('kantata workspaces/'))).toHaveLength(closing.length);
  });
});

describe('webhooks', () => {
  const notice = (dealId: string, eventId: string = randomUUID()) => ({
    eventId,
    replayId: 1,
    object: 'Opportunity',
    recordId: dealId,
    changeType: 'UPDATE',
    changedFields: ['StageName'],
    commitTimestamp: new Date().toISOString(),
    changes: { StageName: 'Closed Won' },
  });
  const send = (body: string, secret = webhookSecret, url = hook) => {
    const id = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return fetch(url, {
      method: 'POST',
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
      body,
    });
  };

  it('starts one run for one event, even when it comes 50 times at once', async () => {
    const deal = dealNamed('(legal entity');
    sandbox.salesforce.context.state.collection<Deal>('Opportunity').update(deal.Id, { StageName: 'Closed Won' });
    const body = JSON.stringify(notice(deal.Id));
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await runOf(deal.Id);
    const runs = await world.tx((tx) => tx.select().from(run).where(eq(run.businessKey, deal.Id)));
    expect(runs).toHaveLength(1);
  });

  it('records events that do not concern the flow without running it', async () => {
    const dealId = completeDeals()[0]?.Id ?? '';
    expect(await (await send(JSON.stringify(notice(dealId)))).json()).toEqual({ events: 1, taken: 1 });
    const event = await waitUntil('the event to be judged', async () => {
      const events = await world.tx((tx) => tx.select().from(triggerEvent).where(eq(triggerEvent.recordId, dealId)));
      return events.find(({ state }) => state === 'ignored');
    });
    expect(event).toMatchObject({
      runId: null,
      reason: 'condition',
      note: 'The trigger’s condition does not hold.',
      payload: { Id: dealId, StageName: expect.not.stringContaining('Won') },
    });
  });

  it.each([
    ['a wrong signature', 401, 'signature-invalid', () => send('{}', 'whsec_d3Jvbmc=')],
    ['no signature', 401, 'signature-invalid', () => fetch(hook, { method: 'POST', body: '{}' })],
    ['a body that is no notification', 400, 'webhook-invalid', () => send('{}')],
    ['a body too large', 413, 'body-too-large', () => send('x'.repeat(2 * 1024 * 1024 + 1))],
    [
      'an unknown connection',
      404,
      'hook-unknown',
      () => send('{}', webhookSecret, hook.replace(/[^/]+$/, randomUUID())),
    ],
    ['no id at all', 404, 'hook-unknown', () => send('{}', webhookSecret, hook.replace(/[^/]+$/, 'x'))],
    ['another method', 405, 'method-not-allowed', () => fetch(hook)],
    ['another address', 404, 'not-found', () => fetch(new URL('/', hook))],
  ])('refuses %s', async (_title, status, code, request) => {
    const response = await request();
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toEqual([
      status,
      {
        type: `urn:throughline:problem:${code}`,
        title: expect.any(String),
        status,
        detail: expect.any(String),
        code,
      },
    ]);
  });

  it('reports that it is healthy', async () => {
    const response = await fetch(new URL('/health', hook));
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', database: true }]);
  });
});

describe('what the web app asks for', () => {
  const frame = () => ({
    organisationId: database.organisationId,
    environmentId: database.environmentIds.test,
    requestedBy: 'user-ada',
  });

  it('tests a connection and shows the result on it', async () => {
    expect(await requestConnectionTest(database.db, frame(), connectionIds.netsuite)).toEqual({
      isOk: true,
      message: expect.any(String),
      durationMs: expect.any(Number),
    });
    const connection = await world.connectionWhen(({ key, testedAt }) => key === 'netsuite' && testedAt !== null);
    expect(connection.state).toBe('connected');
  });

  it('reads a record with its lists as a sample', async () => {
    const dealId = deals()[0]?.Id ?? '';
    const { records } = await readSample(database.db, frame(), {
      connectionId: connectionIds.salesforce,
      object: 'Opportunity',
      identity: { by: 'id', id: dealId },
      include: ['lines'],
    });
    expect(records).toMatchObject([{ Id: dealId, lines: [{ OpportunityId: dealId }, { OpportunityId: dealId }] }]);
  });

  it('says what failed', async () => {
    await expect(
      readSample(database.db, frame(), { connectionId: randomUUID(), object: 'Opportunity' }),
    ).rejects.toMatchObject({ code: 'REQUEST_FAILED', message: 'This connection does not exist any more.' });
  });
});
