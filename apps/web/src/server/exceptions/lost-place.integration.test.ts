import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { reportLostPlace } from '@throughline/core/db/events/report-lost-place';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { exception, run } from '@throughline/core/db/schema/run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

it('a poll that had lost its place appears in the inbox, is counted there, and is resolved by hand', async () => {
  const { organisationId, environmentIds } = own;
  const environmentId = environmentIds.test;
  const trigger = { kind: 'change', name: 'Changed', connection: 'crm', object: 'Deal' };
  const document = { format: 2, trigger, body: [] };
  const published = { organisationId, environmentId, kind: 'flow', key: 'deals', document } as const;
  const { definitionId } = await publishForTest(own.db, published);
  await withOrganisation(own.db, organisationId, (tx) =>
    reportLostPlace(tx, {
      environmentId,
      definitionId,
      connection: 'crm',
      object: 'Deal',
      readAgainFrom: new Date('2026-11-20T12:00:00Z'),
      systemSaid: 'Too old.',
    }),
  );
  const operator = callerFor(own, 'user-olga', ['operator']);
  const asked = { environment: 'test' };
  const { rows } = await operator.exceptions.list(asked);
  expect(rows).toMatchObject([{ code: 'TRIGGER_PLACE_LOST', state: 'open', targetKind: 'nothing', flowName: 'deals' }]);
  const exceptionId = rows[0]?.id ?? '';
  expect(await operator.exceptions.one({ ...asked, exceptionId })).toMatchObject({
    stepName: 'trigger',
    flowKey: 'deals',
    versionNumber: 1,
    deliveries: [],
    payload: { connection: 'crm', object: 'Deal', readAgainFrom: '2026-11-20T12:00:00.000Z', systemSaid: 'Too old.' },
  });
  const { runId } = await operator.exceptions.one({ ...asked, exceptionId });
  expect(await operator.runs.one({ ...asked, runId })).toMatchObject({ isReplayable: false });
  expect((await operator.overview.figures(asked)).stuck).toMatchObject({ openExceptions: 1, unownedExceptions: 1 });
  await expect(
    operator.exceptions.replay({ ...asked, exceptionIds: [exceptionId], reason: 'Once more.' }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/resolve it by hand\.$/) });
  expect(await operator.exceptions.resolve({ ...asked, exceptionIds: [exceptionId], reason: 'Compared.' })).toBe(1);
  expect((await operator.overview.figures(asked)).stuck).toMatchObject({ openExceptions: 0 });
});

it('a run whose own check raises the same code can be replayed', async () => {
  const { organisationId, environmentIds } = own;
  const environmentId = environmentIds.test;
  const document = { format: 2, trigger: { kind: 'manual', name: 'By hand' }, body: [] };
  const published = { organisationId, environmentId, kind: 'flow', key: 'raises', document } as const;
  const { definitionId, versionId } = await publishForTest(own.db, published);
  const frame = { environmentId, definitionId };
  const code = 'TRIGGER_PLACE_LOST';
  const runId = await withOrganisation(own.db, organisationId, async (tx) => {
    const ended = { source: 'manual', state: 'failed', errorCode: code, finishedAt: new Date() } as const;
    const [stopped] = await tx
      .insert(run)
      .values({ ...frame, ...ended, versionId, pins: {}, trigger: {} })
      .returning({ id: run.id });
    const id = stopped?.id ?? '';
    const stop = { stepId: 'check', path: 'check', code, message: 'Lost.', payload: {} };
    await tx.insert(exception).values({ ...frame, ...stop, runId: id });
    return id;
  });
  const operator = callerFor(own, 'user-olga', ['operator']);
  expect(await operator.runs.one({ environment: 'test', runId })).toMatchObject({ isReplayable: true });
  expect(await operator.runs.replay({ environment: 'test', runId })).toEqual({ runId: expect.any(String) });
});

it('of several exceptions, those that cannot be replayed are answered with why, and the others are replayed', async () => {
  const { organisationId, environmentIds } = own;
  const environmentId = environmentIds.test;
  const document = { format: 2, trigger: { kind: 'manual', name: 'By hand' }, body: [] };
  const published = { organisationId, environmentId, kind: 'flow', key: 'stops', document } as const;
  const { definitionId, versionId } = await publishForTest(own.db, published);
  const [withRecord, without] = await withOrganisation(own.db, organisationId, async (tx) => {
    const ended = { source: 'manual', state: 'failed', finishedAt: new Date() } as const;
    const stopped = await tx
      .insert(run)
      .values([1, 2].map(() => ({ ...ended, environmentId, definitionId, versionId, pins: {}, trigger: {} })))
      .returning({ id: run.id });
    const stop = {
      environmentId,
      definitionId,
      stepId: 'check',
      path: 'check',
      code: 'STOP',
      message: 'No.',
      payload: {},
    };
    const [first, second] = stopped.map(({ id }) => id);
    const added = await tx
      .insert(exception)
      .values([
        { ...stop, runId: first ?? '' },
        { ...stop, runId: second ?? '', target: { kind: 'nothing' } },
      ])
      .returning({ id: exception.id });
    return added.map(({ id }) => id);
  });
  const operator = callerFor(own, 'user-olga', ['operator']);
  const exceptionIds = [without ?? '', withRecord ?? ''];
  expect(await operator.exceptions.replay({ environment: 'test', exceptionIds, reason: 'Once more.' })).toEqual({
    runIds: [expect.any(String)],
    refused: [
      { exceptionId: without, code: 'NOTHING_TO_REPLAY', message: expect.stringMatching(/resolve it by hand\.$/) },
    ],
  });
  const { rows } = await operator.exceptions.list({ environment: 'test', code: 'STOP', filter: 'all' });
  expect(Object.fromEntries(rows.map(({ id, state, replayRequest }) => [id, [state, replayRequest?.reason]]))).toEqual({
    [without ?? '']: ['open', undefined],
    [withRecord ?? '']: ['replaying', 'Once more.'],
  });
});
