import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { delivery } from '@throughline/core/db/schema/index';
import { respond, step } from '../testing/fake-world.ts';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { SharedRecords } from '../testing/shared-records.ts';

/* Kantata takes label and rate of a project resource only from an update, after it was created. */

let world: SharedRecords;
let worker: RuntimeProcess | undefined;
let workspaceId: string;

beforeAll(async () => {
  world = await SharedRecords.open();
  const { organisationId, environmentIds, db } = world.database;
  const document = {
    format: 1,
    trigger: { kind: 'manual', name: 'By hand' },
    body: [
      step(
        'write',
        'save',
        {
          connection: 'kantata',
          object: 'workspace_resources',
          operation: 'create',
          identity: { externalId: '$trigger.key' },
          record: '{ "workspace_id": $trigger.workspaceId, "role_id": $trigger.roleId, "label": "Lead" }',
          undo: { operation: 'delete' },
        },
        { retry: { maxAttempts: 2, backoffMs: 100 } },
      ),
      respond('answer', '$steps.save'),
    ],
  };
  await publishForTest(db, {
    organisationId,
    environmentId: environmentIds.test,
    kind: 'flow',
    key: 'resource',
    document,
  });
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.reset();
  workspaceId = await createWorkspace();
});
afterEach(async () => {
  await worker?.stop('SIGKILL');
});

async function createWorkspace(): Promise<string> {
  const response = await fetch(`${world.sandbox.kantata.url}/api/v1/workspaces.json`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-kantata-token', 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: { title: 'Quay', creator_role: 'maven' } }),
  });
  const { results } = (await response.json()) as { results: readonly { id: string }[] };
  return String(results[0]?.id);
}

const startWorker = async (): Promise<void> => {
  worker = await startRuntimeProcess({
    DATABASE_URL: world.database.url,
    THROUGHLINE_SECRET_KEY: world.keys.secretKey,
  });
};

const refuseUpdates = (count: number) =>
  world.sandbox.kantata.context.faults.add({
    kind: 'server-error',
    count,
    match: { method: 'PUT', path: '*/workspace_resources/*' },
  });
const begin = () => world.start('resource', { key: 'R-1', workspaceId, roleId: roleId() });
const roleId = (): string => {
  const [role] = world.sandbox.kantata.context.state.collection<{ readonly id: string }>('roles').all();
  return role?.id ?? '';
};
/** The places for a role on the project. Its creator has one of their own. */
const resources = () =>
  world.sandbox.kantata.context.state
    .collection<Record<string, unknown>>('workspace_resources')
    .all()
    .filter((each) => String(each['workspace_id']) === workspaceId && each['role_id'] === roleId())
    .map(({ label }) => label ?? null);
const ledger = async () => {
  const [row] = await world.tx((tx) => tx.select().from(delivery));
  return { state: row?.state, hasId: row?.externalId !== null && row?.externalId !== undefined };
};

describe('a project resource of Kantata, whose label is a second request', { timeout: 600_000 }, () => {
  it('is completed by the retry when the second request fails once', async () => {
    await startWorker();
    refuseUpdates(1);
    const ended = await world.ended(await begin(), 300_000);
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: { effect: 'created' } } });
    expect(resources()).toEqual(['Lead']);
    expect(await ledger()).toEqual({ state: 'confirmed', hasId: true });
  });

  it('is taken back when the second request fails for good', async () => {
    await startWorker();
    refuseUpdates(1000);
    expect(await world.ended(await begin(), 300_000)).toMatchObject({ state: 'failed' });
    expect(resources()).toEqual([]);
    expect(await ledger()).toEqual({ state: 'undone', hasId: true });
  });
});
