import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { definition, liveVersion, version } from '@throughline/core/db/schema/definition';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertRun } from '../../../testing/insert-run.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);

it('finds runs by key, label and id, filters them, and pages', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
  const test = own.environmentIds.test;
  const ids = await inside(async (tx) => [
    await insertRun(tx, test, {
      state: 'succeeded',
      businessKey: '006A',
      businessLabel: 'ACME 100%',
      createdAt: at(1),
    }),
    await insertRun(tx, test, { state: 'failed', businessKey: '006B', businessLabel: 'Brightwater', createdAt: at(2) }),
    await insertRun(tx, test, { state: 'running', businessKey: '006C', mode: 'test', createdAt: at(3) }),
  ]);
  const caller = callerFor(own, 'user-ana', ['viewer']);
  const found = async (input: Omit<Parameters<typeof caller.runs.list>[0], 'environment'>) => {
    const { rows, total } = await caller.runs.list({ environment: 'test', ...input });
    return [total, rows.map(({ id }) => ids.indexOf(id))];
  };
  expect(await found({})).toEqual([3, [2, 1, 0]]);
  expect(await found({ text: '006b' })).toEqual([1, [1]]);
  // Here a percent sign is an ordinary character, not a wildcard.
  expect(await found({ text: '0%' })).toEqual([1, [0]]);
  expect(await found({ text: ids[0]?.slice(-12) ?? '' })).toEqual([1, [0]]);
  expect(await found({ states: ['failed', 'running'], mode: 'live' })).toEqual([1, [1]]);
  expect(await found({ flowKey: 'other' })).toEqual([0, []]);
  expect(await found({ pageSize: 2, page: 2 })).toEqual([3, [0]]);
});

it('shows a run only in its environment', async () => {
  const runId = await inside((tx) => insertRun(tx, own.environmentIds.test, { state: 'queued' }));
  const caller = callerFor(own, 'user-olga', ['operator']);
  expect(await caller.runs.one({ environment: 'test', runId })).toMatchObject({
    id: runId,
    flowKey: 'handoff',
    steps: [],
  });
  const refusal = { code: 'NOT_FOUND', message: 'There is no such run in this environment.' };
  await expect(caller.runs.one({ environment: 'production', runId })).rejects.toMatchObject(refusal);
  await expect(caller.runs.cancel({ environment: 'production', runId })).rejects.toMatchObject(refusal);
  await expect(caller.runs.one({ environment: 'moon', runId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('never shows another organisation', async () => {
  const runId = await inside((tx) =>
    insertRun(tx, own.environmentIds.test, { state: 'queued', businessKey: 'secret' }),
  );
  const other = await seedOrganisation(own.db, { key: 'other', name: 'Other', people: [] });
  // This is the worst case: a caller in the other organisation who knows our environment's id.
  const stranger = callerFor(
    { db: own.db, organisationId: other.organisationId, environmentIds: own.environmentIds },
    'user-x',
    ['admin'],
  );
  expect(await stranger.runs.list({ environment: 'test', text: 'secret' })).toMatchObject({ total: 0, rows: [] });
  await expect(stranger.runs.one({ environment: 'test', runId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.search.everything({ environment: 'test', text: 'secret' })).toEqual([]);
});

it('starts a live flow by hand, audited, and refuses one that is not live', async () => {
  const definitionId = await inside(async (tx) => {
    const [flow] = await tx.insert(definition).values({ kind: 'flow', key: 'by-hand', name: 'By hand' }).returning();
    return flow?.id ?? '';
  });
  const caller = callerFor(own, 'user-olga', ['operator']);
  const request = { environment: 'test', flowKey: 'by-hand', payload: { deal: '006D' }, reason: 'Missed on Friday.' };
  await expect(caller.runs.start(request)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'This flow has no published version in the environment. Publish it first.',
  });
  await inside(async (tx) => {
    const document = {
      format: 1,
      trigger: { kind: 'manual', name: 'By hand' },
      body: [],
      settings: { businessKey: '$trigger.deal' },
    };
    const [made] = await tx
      .insert(version)
      .values({ definitionId, document, hash: 'x', createdBy: 'user-ana' })
      .returning();
    await tx.insert(liveVersion).values({
      environmentId: own.environmentIds.test,
      definitionId,
      versionId: made?.id ?? '',
      releaseId: crypto.randomUUID(),
    });
  });
  const { runId } = await caller.runs.start(request);
  expect(await caller.runs.one({ environment: 'test', runId: runId ?? '' })).toMatchObject({
    state: 'queued',
    source: 'manual',
    businessKey: '006D',
    startedByName: 'Olga Weiss',
    trigger: { deal: '006D' },
  });
  await expect(callerFor(own, 'user-ana', ['analyst']).runs.start(request)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

it('shows the newest runs of a business key first, page by page', async () => {
  const started = (minute: number) => new Date(Date.UTC(2026, 10, 30, 8, minute));
  await inside(async (tx) => {
    for (let minute = 0; minute < 5; minute += 1) {
      await insertRun(tx, own.environmentIds.test, { businessKey: 'TRACED', createdAt: started(minute) });
    }
  });
  const caller = callerFor(own, 'user-olga', ['operator']);
  const page = async (number: number) => {
    const trace = await caller.runs.trace({ environment: 'test', businessKey: 'TRACED', page: number, pageSize: 2 });
    return { total: trace.total, at: trace.runs.map(({ createdAt }) => createdAt.getUTCMinutes()) };
  };
  expect([await page(1), await page(2), await page(3)]).toEqual([
    { total: 5, at: [4, 3] },
    { total: 5, at: [2, 1] },
    { total: 5, at: [0] },
  ]);
});
