import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowInput } from '../../flow/definition.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
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
const replay = (input: Pick<ReplayRunInput, 'runId' | 'versions'>) =>
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
