import type { ConnectorSession, SourceRecord } from '@throughline/core/connector';
import { closedWonHandoff } from '@throughline/core/templates/closed-won-handoff/template';
import { dryRun, type DryRun, type DrySystems } from '@throughline/core/testing/templates/dry-run';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectorRegistry } from './registry.ts';
import { sessionSystems } from '../testing/session-systems.ts';
import { createTestDependencies } from '../testing/test-dependencies.ts';

/**
 * Runs the shipped flow against the stand-ins through the real connectors, to see whether these systems accept what it
 * writes.
 */
let sandbox: RunningSandbox;
let sessions: Readonly<Record<'salesforce' | 'netsuite' | 'kantata', ConnectorSession>>;
let systems: DrySystems;
let deals: readonly SourceRecord[];

beforeAll(async () => {
  sandbox = await startSandbox({ log: () => {} });
  sessions = {
    salesforce: open('salesforce', { baseUrl: sandbox.salesforce.url, apiVersion: '66.0' }, 'client-credentials', {
      clientId: 'sandbox-client',
      clientSecret: 'sandbox-secret',
    }),
    netsuite: open('netsuite', { accountId: 'TSTDRV1234567', baseUrl: sandbox.netsuite.url }, 'tba', {
      consumerKey: 'sandbox-consumer-key',
      consumerSecret: 'sandbox-consumer-secret',
      tokenId: 'sandbox-token-id',
      tokenSecret: 'sandbox-token-secret',
    }),
    kantata: open('kantata', { baseUrl: sandbox.kantata.url }, 'bearer', { token: 'sandbox-kantata-token' }),
  };
  systems = sessionSystems(sessions);
  deals = (await sessions.salesforce.list({ object: 'Opportunity' })).records;
});

afterAll(async () => {
  await Promise.all(Object.values(sessions).map((session) => session.close()));
  await sandbox.close();
});

function open(system: keyof typeof connectorRegistry, settings: object, method: string, fields: object) {
  return connectorRegistry[system].open(
    { id: system, system, settings: { ...settings }, auth: { method, fields: { ...fields } } },
    createTestDependencies().dependencies,
  );
}

async function close(deal: SourceRecord): Promise<DryRun> {
  const id = String(deal['Id']);
  if (deal['StageName'] !== 'Closed Won') {
    const [outcome] = await sessions.salesforce.write([
      {
        object: 'Opportunity',
        operation: 'update',
        identity: { by: 'id', id },
        record: { StageName: 'Closed Won' },
      },
    ]);
    expect(outcome?.isOk).toBe(true);
  }
  return dryRun(closedWonHandoff, 'closed-won-handoff', { Id: id }, systems);
}

// This makes several hundred requests, which is quick on an idle machine and slow on a busy one.
it('hands over every deal of the demo firm, and stops the defective ones with their code', async () => {
  const outcomes: Record<string, number> = {};
  for (const deal of deals.filter(({ StageName }) => StageName !== 'Closed Lost')) {
    const { stopped } = await close(deal);
    const outcome = stopped === undefined ? 'handed over' : stopped.codes.join(', ');
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  expect(outcomes).toEqual({
    'handed over': 47,
    BILLING_TERMS_MISSING: 1,
    ZERO_VALUE: 1,
    DESCRIPTION_ONLY: 1,
    TAX_JURISDICTION_MISSING: 1,
    LEGAL_ENTITY_MISSING: 1,
  });
}, 240_000);

it('finds an existing customer by its tax number, and writes a group from the top (rules 2 and 4)', async () => {
  const { records } = await sessions.netsuite.list({
    object: 'customer',
    where: { companyName: 'Pelham Retail Holdings' },
  });
  expect(records).toHaveLength(1);
  expect(records[0]?.['externalId']).toBeUndefined();
  const parentOf = async (companyName: string): Promise<unknown> => {
    const page = await sessions.netsuite.list({ object: 'customer', where: { companyName } });
    expect(page.records).toHaveLength(1);
    const parent = page.records[0]?.['parent'] as { id: string } | undefined;
    if (parent === undefined) return undefined;
    return (await sessions.netsuite.read({ object: 'customer', identity: { by: 'id', id: parent.id } }))?.[
      'companyName'
    ];
  };
  expect(await parentOf('Pelham Home Ltd')).toBe('Pelham Retail Holdings');
  expect(await parentOf('Brackenridge Cold Chain Ltd')).toBe('Brackenridge Logistics Ltd');
  expect(await parentOf('Brackenridge Logistics Ltd')).toBe('Brackenridge Group plc');
  expect(await parentOf('Brackenridge Group plc')).toBeUndefined();
});

it('leaves contract and project alone when a deal is closed again, and asks for a change order when it was edited', async () => {
  const deal = deals.find(({ Name }) => String(Name).startsWith('Thornbury Water Services - CFO'));
  const again = await dryRun(closedWonHandoff, 'closed-won-handoff', { Id: deal?.['Id'] }, systems);
  expect({ steps: again.writes.map(({ step }) => step), said: again.said, stopped: again.stopped }).toEqual({
    steps: ['writeCustomer'],
    said: [],
    stopped: undefined,
  });
  const edited = { Id: deal?.['Id'], corrections: { Billing_Terms__c: 'Net 60' } };
  const { stopped } = await dryRun(closedWonHandoff, 'closed-won-handoff', edited, systems);
  expect(stopped).toEqual({ step: 'raiseChangeOrder', codes: ['CHANGE_ORDER_REQUIRED'] });
});

it('leaves the work breakdown in Kantata matching the lines of the deal', async () => {
  const deal = deals.find(({ Name }) => String(Name).startsWith('Bergquell Privatbank AG - Data platform'));
  const workspace = await sessions.kantata.read({
    object: 'workspaces',
    identity: { by: 'external-id', value: String(deal?.['Id']) },
    include: ['stories'],
  });
  const stories = workspace?.['stories'] as readonly SourceRecord[];
  const titles = Object.fromEntries(stories.map(({ id, title }) => [String(id), title]));
  const tree = stories.map((story) => ({
    title: story['title'],
    type: story['story_type'],
    under: titles[String(story['parent_id'])],
    cents: story['budget_estimate_in_cents'],
  }));
  const phase = (title: string) => ({ title, type: 'deliverable', under: undefined, cents: undefined });
  const milestone = (under: string, title: string, cents: number) => ({ title, type: 'milestone', under, cents });
  const wanted = [
    phase('Discovery'),
    milestone('Discovery', 'Data inventory accepted', 3_135_000),
    phase('Design'),
    milestone('Design', 'Target architecture accepted', 5_490_000),
    phase('Build'),
    milestone('Build', 'Platform in test', 12_545_000),
    phase('Rollout'),
    milestone('Rollout', 'First three data products live', 7_055_000),
  ];
  expect(tree).toHaveLength(wanted.length);
  expect(tree).toEqual(expect.arrayContaining(wanted));
});
