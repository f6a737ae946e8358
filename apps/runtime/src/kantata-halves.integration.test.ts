import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delivery } from '@throughline/core/db/schema/index';
import {
  publishResourceFlow,
  resourceLabels,
  resourcePayload,
  type ResourcePayload,
} from '../testing/project-resource.ts';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { SharedRecords } from '../testing/shared-records.ts';

/* Kantata takes label and rate of a project resource only from an update, after it was created. */

let world: SharedRecords;
let worker: RuntimeProcess | undefined;
let payload: ResourcePayload;

beforeAll(async () => {
  world = await SharedRecords.open();
  await publishResourceFlow(world);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.reset();
  payload = await resourcePayload(world);
});
afterEach(async () => {
  await worker?.stop('SIGKILL');
});

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
const begin = () => world.start('resource', payload);
const ledger = async () => {
  const [row] = await world.tx((tx) => tx.select().from(delivery));
  return { state: row?.state, hasId: row?.externalId !== null && row?.externalId !== undefined };
};

describe('a project resource of Kantata, whose label is a second request', { timeout: 600_000 }, () => {
  it('is completed by the retry when the second request fails once', async () => {
    await startWorker();
    refuseUpdates(1);
    const ended = await world.ended(await begin());
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: { effect: 'created' } } });
    expect(resourceLabels(world, payload)).toEqual(['Lead']);
    expect(await ledger()).toEqual({ state: 'confirmed', hasId: true });
  });

  it('is taken back when the second request fails for good', async () => {
    await startWorker();
    refuseUpdates(1000);
    expect(await world.ended(await begin())).toMatchObject({ state: 'failed' });
    expect(resourceLabels(world, payload)).toEqual([]);
    expect(await ledger()).toEqual({ state: 'undone', hasId: true });
  });
});
