import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { ensureEngineSchema } from '@throughline/core/db/runs/ensure-engine-schema';
import { connection } from '@throughline/core/db/schema/connection';
import { engineRequest } from '@throughline/core/db/schema/engine-request';
import { run } from '@throughline/core/db/schema/run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  await ensureEngineSchema(own.url);
  await inOrganisation((tx) =>
    tx.insert(connection).values({
      environmentId: own.environmentIds.test,
      key: 'salesforce',
      name: 'Salesforce',
      system: 'salesforce',
      settings: {},
      authMethod: 'none',
      secretCiphertext: '',
      secretKeyId: '',
      secretFields: [],
    }),
  );
});
afterAll(() => own.close());

const inOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);
const ana = () => callerFor(own, 'user-ana', ['analyst']);

const trigger = { kind: 'webhook', name: 'A deal is won', connection: 'salesforce', object: 'Opportunity' };
const flow = {
  format: 2,
  trigger: { ...trigger, include: ['lines'], when: 'StageName = "Closed Won" and $not(Amount = 0)' },
  // A step that is not complete yet keeps nobody from looking for a sample.
  body: [{ id: 'write', name: 'Write', kind: 'write', config: {} }],
  settings: {},
};

/** Stands in for a runtime: answers requests until the work is done, and returns what it was asked. */
async function answered<Result>(
  work: Promise<Result>,
  answer: (input: Record<string, unknown>) => readonly object[],
): Promise<{ readonly result: Result; readonly asked: Record<string, unknown>[] }> {
  const asked: Record<string, unknown>[] = [];
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    await inOrganisation(async (tx) => {
      for (const { id, input } of await tx.select().from(engineRequest).where(isNull(engineRequest.state))) {
        const { connectionId: _, ...question } = input as Record<string, unknown>;
        asked.push(question);
        const output = { records: answer(question) };
        await tx.update(engineRequest).set({ state: 'succeeded', output }).where(eq(engineRequest.id, id));
      }
    });
    await Promise.race([done, new Promise((resolve) => setImmediate(resolve))]);
  }
  return { result: await done, asked };
}

test('records are offered by name, what starts a run first, and no run is made for it', async () => {
  const won = { Id: '006A', Name: 'Quay, phase 2', StageName: 'Closed Won', Amount: 5 };
  const free = { Id: '006B', Name: 'Free deal', StageName: 'Closed Won', Amount: 0 };
  const open = { Id: '006C', StageName: 'Proposal', Amount: 7 };
  const { result, asked } = await answered(
    ana().designer.sampleRecords({ environment: 'test', flow, text: ' ay ' }),
    ({ where }) => (where === undefined ? [open, free, won] : [free, won]),
  );
  const ignored = 'This event would be ignored: the condition in “Only when” is false for it.';
  expect(result).toEqual([
    { id: '006A', name: 'Quay, phase 2', ignored: null },
    { id: '006B', name: 'Free deal', ignored },
    { id: '006C', name: '006C', ignored },
  ]);
  const question = { object: 'Opportunity', include: ['lines'], nameHas: 'ay', newestFirst: true, limit: 25 };
  expect(asked).toEqual([{ ...question, where: { StageName: 'Closed Won' } }, question]);
  expect(await inOrganisation((tx) => tx.$count(run))).toBe(0);
});

test('the chosen record is read complete, and one that is gone is said to be', async () => {
  const record = { Id: '006A', lines: [{ Id: '00k' }] };
  const read = (found: readonly object[]) =>
    answered(ana().designer.sampleRecord({ environment: 'test', flow, recordId: '006A' }), () => found);
  const { result, asked } = await read([record]);
  expect(result).toEqual(record);
  expect(asked).toEqual([{ object: 'Opportunity', include: ['lines'], identity: { by: 'id', id: '006A' } }]);
  await expect(read([])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await inOrganisation((tx) => tx.$count(run))).toBe(0);
});

test('a flow that no record starts has none to offer, and an unfinished trigger is to be completed', async () => {
  const ask = (given: object) =>
    ana().designer.sampleRecords({ environment: 'test', flow: { ...flow, trigger: given } });
  await expect(ask({ kind: 'manual', name: 'By hand' })).rejects.toMatchObject({
    message: 'This flow is not started by a record that could be read.',
  });
  await expect(ask({ ...trigger, object: '' })).rejects.toMatchObject({
    message: 'Complete the trigger and the settings of this flow first.',
  });
  await expect(ask({ ...trigger, object: 'Nonsense' })).rejects.toMatchObject({
    message: 'The system has no object “Nonsense”.',
  });
});
