import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
let stranger: Parameters<typeof callerFor>[0];
beforeAll(async () => {
  own = await createTestDatabase();
  const other = await seedOrganisation(own.db, {
    key: 'stranger',
    name: 'Stranger Ltd',
    people: [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@stranger.example', roles: ['admin'] }],
  });
  stranger = { db: own.db, ...other };
});
afterAll(() => own.close());

const mine = () => callerFor(own, 'user-ana', ['analyst', 'admin']);
const theirs = () => callerFor(stranger, 'user-sam', ['admin']);

const flow = { format: 1, description: '', trigger: { kind: 'manual', name: 'By hand' }, body: [], settings: {} };

const createFlow = async (caller: ReturnType<typeof mine>, key: string): Promise<string> =>
  (await caller.definitions.create({ kind: 'flow', key, name: key })).definitionId;

const runs = async (): Promise<number> => {
  const { rows } = await own.db.pool.query<{ count: number }>('select count(*)::int as count from run');
  return rows[0]?.count ?? -1;
};

it('nobody starts a test run under the id of another organisation’s flow, or of none', async () => {
  const foreign = await createFlow(mine(), 'mine');
  for (const definitionId of [foreign, crypto.randomUUID()]) {
    await expect(
      theirs().designer.startTest({ environment: 'test', definitionId, flow, payload: {} }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such flow here. Reload the page.' });
  }
  expect(await runs()).toBe(0);
});

it('nobody reads a record by a connection that is not in their environment', async () => {
  const trigger = { kind: 'webhook', name: 'Won', connection: 'salesforce', object: 'Account' };
  const about = { environment: 'test', flow: { ...flow, trigger } };
  const refused = {
    code: 'NOT_FOUND',
    message: 'There is no connection “salesforce” in this environment.',
  };
  await expect(theirs().designer.sampleRecords(about)).rejects.toMatchObject(refused);
  await expect(theirs().designer.sampleRecord({ ...about, recordId: '1' })).rejects.toMatchObject(refused);
  expect(await runs()).toBe(0);
});

it('nobody reads, saves, restores, discards, submits or renames by an id of another organisation', async () => {
  const definitionId = await createFlow(mine(), 'private');
  const change = await mine().changes.create({ title: 'Private', definitionIds: [definitionId] });
  const outcome = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      (answer) => answer,
      (error: { code: string }) => error.code,
    );
  const { drafts, definitions, designer, changes } = theirs();
  expect({
    revisions: await outcome(drafts.revisions({ definitionId })),
    revision: await outcome(drafts.revision({ definitionId, revision: 1 })),
    restore: await outcome(drafts.restore({ definitionId, revision: 1, expectedRevision: 1 })),
    restoreVersion: await outcome(drafts.restoreVersion({ definitionId, versionNumber: 1, expectedRevision: 1 })),
    discard: await outcome(drafts.discard({ definitionId, expectedRevision: 1 })),
    save: await outcome(drafts.save({ definitionId, document: flow, expectedRevision: 1 })),
    begin: await outcome(drafts.save({ definitionId, document: flow, expectedRevision: null })),
    newer: await outcome(drafts.newerVersion({ definitionId })),
    rename: await outcome(definitions.update({ definitionId, name: 'Taken' })),
    samples: await outcome(designer.samples({ environment: 'test', definitionId })),
    create: await outcome(changes.create({ title: 'Taken', definitionIds: [definitionId] })),
    submit: await outcome(changes.submit({ changeId: change.changeId, expectedRevisions: { [definitionId]: 1 } })),
    withdraw: await outcome(changes.withdraw({ changeId: change.changeId, to: 'withdrawn' })),
    comment: await outcome(changes.comment({ changeId: change.changeId, comment: 'Hello' })),
  }).toEqual({
    revisions: { revisions: [], nextBefore: null },
    revision: 'NOT_FOUND',
    restore: 'NOT_FOUND',
    restoreVersion: 'NOT_FOUND',
    discard: 'CONFLICT',
    save: expect.objectContaining({ outcome: 'conflict', current: null }),
    begin: 'NOT_FOUND',
    newer: null,
    rename: 'NOT_FOUND',
    samples: [],
    create: 'NOT_FOUND',
    submit: 'NOT_FOUND',
    withdraw: 'NOT_FOUND',
    comment: 'NOT_FOUND',
  });
});

it('nobody outside an organisation becomes the owner of its definitions', async () => {
  const definitionId = await createFlow(mine(), 'owned');
  await expect(mine().definitions.update({ definitionId, ownerUserId: 'user-sam' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'The owner is no member of this organisation.',
  });
});
