import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
import { seedOrganisation } from '../seed-organisation.ts';
import { startRun } from '../start-run.ts';
import { releaseParkedRun } from './release-parked-run.ts';
import { replayRun } from './replay-run.ts';
import { runLimits } from './run-limits.ts';
import { startTestRun } from './start-test-run.ts';
import { publishForTest } from './test-definitions.ts';
import { flowSchema } from '../../flow/definition.ts';

let own: TestDatabase;
let flooding: Place;
let other: Place;

interface Place {
  readonly organisationId: string;
  readonly environmentId: string;
  readonly definitionId: string;
}

const flow = {
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [{ id: 'answer', name: 'Answer', kind: 'respond', config: { body: '1' } }],
};

beforeAll(async () => {
  own = await createTestDatabase();
  flooding = await placeIn(own.organisationId, own.environmentIds.test);
  const second = await seedOrganisation(own.db, { key: 'other', name: 'Other', people: [] });
  other = await placeIn(second.organisationId, second.environmentIds.test);
});
afterAll(() => own?.close());

async function placeIn(organisationId: string, environmentId: string): Promise<Place> {
  const at = { organisationId, environmentId, kind: 'flow', key: 'answer', document: flow } as const;
  return { organisationId, environmentId, definitionId: (await publishForTest(own.db, at)).definitionId };
}

const inside = <Result>({ organisationId }: Place, work: (tx: OrganisationTx) => Promise<Result>) =>
  withOrganisation(own.db, organisationId, work);

const start = (place: Place) =>
  inside(place, (tx) =>
    startRun(tx, { ...place, source: 'manual', dedupeKey: crypto.randomUUID(), payload: { id: 'A' } }),
  );

/** Runs of an organisation in order, and whether the engine has them. */
async function standing(place: Place): Promise<{ parked: string[]; queued: string[] }> {
  const runs = await inside(place, (tx) =>
    tx.select({ id: run.id, isParked: run.isParked }).from(run).orderBy(run.createdAt, run.id),
  );
  const { rows } = await own.db.login.execute<{ id: string }>(
    sql`select workflow_uuid as id from dbos.workflow_status where status = 'ENQUEUED'`,
  );
  const inEngine = new Set(rows.map(({ id }) => id));
  return {
    parked: runs.filter(({ isParked }) => isParked).map(({ id }) => id),
    queued: runs.filter(({ id }) => inEngine.has(id)).map(({ id }) => id),
  };
}

const startTest = () =>
  inside(flooding, (tx) =>
    startTestRun(tx, { ...flooding, flow: flowSchema.parse(flow), payload: {}, startedBy: 'user-ana' }),
  );

test('runs above what an organisation may have in the engine wait in order, and those of others do not', async () => {
  const started: string[] = [];
  for (let count = 0; count < runLimits.active + 3; count += 1) started.push((await start(flooding)).runId ?? '');
  expect(await standing(flooding)).toEqual({
    queued: started.slice(0, runLimits.active),
    parked: started.slice(runLimits.active),
  });
  const { runId } = await start(other);
  expect(await standing(other)).toEqual({ queued: [runId], parked: [] });

  expect(await inside(flooding, releaseParkedRun)).toBe(false);
  await finish(started.slice(0, 2));
  // There is room for two, and a new run does not overtake those that wait.
  const late = (await start(flooding)).runId ?? '';
  const more = [
    await inside(flooding, releaseParkedRun),
    await inside(flooding, releaseParkedRun),
    await inside(flooding, releaseParkedRun),
  ];
  expect(more).toEqual([true, true, false]);
  const { queued, parked } = await standing(flooding);
  expect({ released: queued.slice(-2), parked }).toEqual({
    released: started.slice(runLimits.active, runLimits.active + 2),
    parked: [started.at(-1), late],
  });
});

test('a test run does not wait, and one more than an organisation may have is refused', async () => {
  const first = await startTest();
  expect((await standing(flooding)).queued).toContain(first);
  // All at once, as somebody would who wants to have more of them.
  const tried = await Promise.allSettled(Array.from({ length: runLimits.tests + 9 }, startTest));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(runLimits.tests - 1);
  await expect(startTest()).rejects.toMatchObject({
    code: 'TOO_MANY_TESTS',
    message:
      'Your organisation has 20 test runs under way, which is as many as possible. Wait until one of them ends, or cancel one in Runs.',
  });
});

test('a repeated test run counts like a new one', async () => {
  const tests = await inside(flooding, (tx) =>
    tx.select({ id: run.id }).from(run).where(eq(run.mode, 'test')).limit(2),
  );
  const ids = tests.map(({ id }) => id);
  await finish(ids);
  const replay = (runId = '') => inside(flooding, (tx) => replayRun(tx, { runId, startedBy: 'user-ana' }));
  await replay(ids[0]);
  await startTest();
  await expect(replay(ids[1])).rejects.toMatchObject({ code: 'TOO_MANY_TESTS' });
});

async function finish(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await inside(flooding, (tx) =>
      tx.update(run).set({ state: 'succeeded', finishedAt: new Date() }).where(eq(run.id, id)),
    );
  }
}
