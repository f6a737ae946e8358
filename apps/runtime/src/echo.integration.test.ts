import { setTimeout as delay } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectorRegistry } from '@throughline/connectors/registry';
import type { KeyRing } from '@throughline/core/db/key-ring';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { connection, triggerEvent } from '@throughline/core/db/schema/index';
import { decryptSecrets } from '@throughline/core/db/secrets';
import type { FlowInput } from '@throughline/core/flow';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import { startInProcess } from '../testing/in-process-runtime.ts';
import { seedConnections, testKeyRing, webhookSecret } from '../testing/seed-world.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { World } from '../testing/world.ts';
import type { RunningRuntime } from './start-runtime.ts';

let database: TestDatabase;
let world: World;
let sandbox: RunningSandbox;
let runtime: RunningRuntime;
let keyRing: KeyRing;
let connectionIds: Record<'salesforce' | 'netsuite' | 'kantata', string>;

beforeAll(async () => {
  ({ keyRing } = await testKeyRing());
  database = await createTestDatabase();
  world = new World(database);
  sandbox = await startSandbox();
  connectionIds = await seedConnections(database, sandbox, keyRing);
  runtime = await startInProcess({ databaseUrl: database.url, keyRing, connectors: connectorRegistry });
  const subscribed = await fetch(`${sandbox.salesforce.url}/__control/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      url: `http://127.0.0.1:${runtime.port}/hooks/${connectionIds.salesforce}`,
      secret: webhookSecret,
      events: ['Account.*'],
    }),
  });
  expect(subscribed.ok).toBe(true);
});
afterAll(async () => {
  await runtime?.stop();
  await sandbox?.close();
  await database?.close();
});

interface Case {
  readonly system: 'salesforce' | 'netsuite' | 'kantata';
  readonly kind: 'webhook' | 'change';
  readonly object: string;
  /** What our flow writes, and what somebody writes into another field. */
  readonly ours: (name: string) => Readonly<Record<string, unknown>>;
  readonly theirs: (value: string) => Readonly<Record<string, unknown>>;
}

const account = {
  system: 'salesforce',
  object: 'Account',
  ours: (Name: string) => ({ Name }),
  theirs: (BillingCity: string) => ({ BillingCity }),
} as const;

it.each<Case>([
  { ...account, kind: 'webhook' },
  { ...account, kind: 'change' },
  {
    system: 'netsuite',
    kind: 'change',
    object: 'customer',
    ours: (companyName) => ({ companyName, isPerson: false, subsidiary: { id: '2' } }),
    theirs: (phone) => ({ phone }),
  },
  {
    system: 'kantata',
    kind: 'change',
    object: 'workspace_groups',
    ours: (name) => ({ name, company: true }),
    theirs: (notes) => ({ notes }),
  },
])('$system, $kind: our own write is an echo, somebody else’s right after or right before is not', async (each) => {
  const { system, kind, object } = each;
  const key = `${system}-${kind}`;
  const trigger: FlowInput['trigger'] = {
    kind,
    name: 'Heard',
    connection: system,
    object,
    ...(kind === 'change' && { every: 'PT1S' }),
  };
  const publish = (flowKey: string, document: FlowInput) =>
    publishForTest(database.db, {
      organisationId: database.organisationId,
      environmentId: database.environmentIds.test,
      kind: 'flow',
      key: flowKey,
      document,
    });
  const answer = { id: 'answer', name: 'Answer', kind: 'respond', config: { body: '1' } } as const;
  const { definitionId } = await publish(`${key}-hears`, { format: 1, trigger, body: [answer] });
  await publish(`${key}-writes`, {
    format: 1,
    trigger: { kind: 'manual', name: 'By hand' },
    body: [
      {
        id: 'save',
        name: 'Save',
        kind: 'write',
        config: {
          connection: system,
          object,
          operation: 'upsert',
          identity: { externalId: '$trigger.key', match: [{ by: 'external-id' }] },
          record: '$trigger.record',
        },
      },
    ],
  });
  const write = async (name: string): Promise<string> => {
    const run = await world.ended(await world.start(`${key}-writes`, { key: `T-${key}`, record: each.ours(name) }));
    expect(run).toMatchObject({ state: 'succeeded', errorMessage: null });
    return (run.output as { id: string }).id;
  };
  const recordId = await write('Ours');
  const heard = (count: number) =>
    waitUntil(`${count} judged events of ${object} ${recordId}`, async () => {
      const events = await world.tx((tx) =>
        tx
          .select()
          .from(triggerEvent)
          .where(and(eq(triggerEvent.definitionId, definitionId), eq(triggerEvent.recordId, recordId)))
          .orderBy(triggerEvent.id),
      );
      const judged = events.filter(({ state }) => state !== 'waiting');
      return judged.length >= count && judged.length === events.length ? judged : undefined;
    });
  const outcomes = async (count: number) => (await heard(count)).map(({ state, reason }) => reason ?? state);
  expect(await outcomes(1)).toEqual(['echo']);
  // Somebody else changes another field, by another way than our flows.
  const edit = await editorOf(each, recordId);
  await edit('Somewhere');
  expect(await outcomes(2)).toEqual(['echo', 'started']);
  await write('Ours again');
  expect(await outcomes(3)).toEqual(['echo', 'started', 'echo']);
  // Somebody's change right before ours is heard, by itself or together with ours.
  await edit('Elsewhere');
  await write('Ours once more');
  await waitUntil('the change in between', async () =>
    (await outcomes(4)).filter((outcome) => outcome === 'started').length === 2 ? true : undefined,
  );
});

/** Somebody who edits a record by other means than our flows: a session that notes nothing. */
async function editorOf({ system, object, theirs }: Case, id: string): Promise<(value: string) => Promise<void>> {
  const [row] = await world.tx((tx) => tx.select().from(connection).where(eq(connection.id, connectionIds[system])));
  if (row === undefined) throw new Error(`There is no connection to ${system}.`);
  const { webhookSecret: _unused, ...fields } = decryptSecrets(keyRing, row.id, row);
  const session = connectorRegistry[system].open(
    {
      id: row.id,
      system,
      settings: row.settings,
      auth: { method: row.authMethod, fields: { ...row.settings, ...fields } },
    },
    {
      now: Date.now,
      random: Math.random,
      sleep: (durationMs) => delay(durationMs),
      journal: () => undefined,
      guard: () => undefined,
    },
  );
  return async (value) => {
    const [outcome] = await session.write([
      { object, operation: 'update', identity: { by: 'id', id }, record: theirs(value) },
    ]);
    if (outcome?.isOk !== true) throw outcome?.error ?? new Error('There was no outcome.');
  };
}
