import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowInput } from '../../flow/definition.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
import type { RunTarget } from '../words/replay-target.ts';
import { replayRun, type ReplayRunInput } from './replay-run.ts';
import { publishForTest } from './test-definitions.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

const readable: FlowInput = { format: 2, trigger: { kind: 'manual', name: 'By hand' }, body: [] };
/** As a later release may have written it. */
const unreadable = { ...readable, body: [{ id: 'far', name: 'Far', kind: 'teleport', config: {} }] };

const inOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>) =>
  withOrganisation(database.db, database.organisationId, work);
const publish = (document: unknown) => {
  const { organisationId, environmentIds, db } = database;
  return publishForTest(db, {
    organisationId,
    environmentId: environmentIds.test,
    kind: 'flow',
    key: 'deals',
    document,
  });
};
/** A run that has ended. */
const insertRun = async (more: Partial<typeof run.$inferInsert>) => {
  const { definitionId } = await publish(readable);
  const rows = await inOrganisation((tx) =>
    tx
      .insert(run)
      .values({
        environmentId: database.environmentIds.test,
        definitionId,
        source: 'manual',
        state: 'failed',
        pins: {},
        trigger: {},
        finishedAt: new Date(),
        ...more,
      })
      .returning({ id: run.id }),
  );
  return rows[0]?.id ?? '';
};
const replay = (input: Omit<ReplayRunInput, 'startedBy'>) =>
  inOrganisation((tx) => replayRun(tx, { startedBy: 'user-olga', ...input }));

it('a replay with the version of the run says that this version cannot be read, and one with the live version starts', async () => {
  const { versionId } = await publish(unreadable);
  const runId = await insertRun({ versionId });
  await expect(replay({ runId, versions: 'same' })).rejects.toMatchObject({
    code: 'FLOW_UNREADABLE',
    message: expect.stringMatching(
      /^Version 1 of the flow, which this run used, cannot be read: .*Far.* Replay with what is live now/,
    ),
  });
  expect(await replay({ runId, versions: 'live' })).toEqual(expect.any(String));
});

it('a replay of a test says that its draft cannot be read', async () => {
  const runId = await insertRun({ mode: 'test', draftDocument: unreadable });
  await expect(replay({ runId })).rejects.toMatchObject({
    code: 'FLOW_UNREADABLE',
    message: expect.stringMatching(
      /^The draft that this run tested cannot be read: .*Far.* Test the draft as it is now\.$/,
    ),
  });
});

describe('a run that is being replayed', () => {
  const item = (key: string, name: string): RunTarget => ({
    kind: 'item',
    place: [{ loop: 'lines', index: 0, key }],
    item: { name },
  });
  const finish = (id: string) =>
    inOrganisation((tx) => tx.update(run).set({ state: 'succeeded', finishedAt: new Date() }).where(eq(run.id, id)));
  const isBeingReplayed = (id: string) => ({
    code: 'RUN_BEING_REPLAYED',
    message: `This is already being repeated by run ${id}, which has not ended yet. Wait for it, or cancel it first.`,
  });

  it('is replayed once, however many ask at the same time, and again when that replay has ended', async () => {
    const runId = await insertRun({ versionId: (await publish(readable)).versionId });
    const tried = await Promise.allSettled(Array.from({ length: 6 }, () => replay({ runId })));
    const [first, ...more] = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(more).toEqual([]);
    expect(tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))).toMatchObject(
      Array.from({ length: 5 }, () => isBeingReplayed(first ?? '')),
    );
    await finish(first ?? '');
    expect(await replay({ runId })).toEqual(expect.any(String));
  });

  it('may be replayed side by side in different items, but not twice in the same one', async () => {
    const runId = await insertRun({ versionId: (await publish(readable)).versionId });
    const first = await replay({ runId, target: item('A', 'one') });
    await replay({ runId, target: item('B', 'one') });
    await expect(replay({ runId, target: item('A', 'two') })).rejects.toMatchObject(isBeingReplayed(first));
    await finish(first);
    expect(await replay({ runId, target: item('A', 'two') })).toEqual(expect.any(String));
  });

  it('is not replayed as a whole beside one of its items, and no item beside the whole run', async () => {
    const runId = await insertRun({ versionId: (await publish(readable)).versionId });
    const part = await replay({ runId, target: item('A', 'one') });
    await expect(replay({ runId })).rejects.toMatchObject({
      code: 'RUN_BEING_REPLAYED',
      message: `A part of this run is already being repeated by run ${part}, which has not ended yet. Wait for it, or cancel it first.`,
    });
    await finish(part);
    const whole = await replay({ runId });
    await expect(replay({ runId, target: item('A', 'one') })).rejects.toMatchObject(isBeingReplayed(whole));
  });
});
