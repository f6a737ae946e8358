import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { changeCursor, exception } from '@throughline/core/db/schema/index';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const exceptionsOf = (definitionId: string) =>
  world.tx((tx) =>
    tx.select().from(exception).where(eq(exception.definitionId, definitionId)).orderBy(exception.createdAt),
  );
const cursorOf = async (definitionId: string) =>
  (await world.tx((tx) => tx.select().from(changeCursor).where(eq(changeCursor.definitionId, definitionId))))[0];

/** Lets the system forget the cursor once, and waits until the changes were read again to the end. */
const forget = async (definitionId: string, message: string) => {
  const before = await cursorOf(definitionId);
  world.system.faults.push({ on: 'changes', object: 'Lost', error: new ConnectorError(message, { class: 'gone' }) });
  return waitUntil('a crawl after the restart', async () => {
    const now = await cursorOf(definitionId);
    if (now?.restartedAt == null || now.restartedAt.getTime() === before?.restartedAt?.getTime()) return undefined;
    return now.heardAt !== null && now.heardAt > now.restartedAt ? now : undefined;
  });
};

it('each restart of a poll is one open exception, which tells an operator what to check', async () => {
  const trigger = { kind: 'change', name: 'Changed', connection: 'fake', object: 'Lost', every: 'PT1S' } as const;
  const { definitionId } = await world.flow('loses-its-place', [respond('answer', '$trigger')], { trigger });
  await waitUntil('a place', async () => ((await cursorOf(definitionId))?.cursor == null ? undefined : true));
  expect(await exceptionsOf(definitionId)).toEqual([]);

  const restarted = await forget(definitionId, 'This cursor is too old.\0');
  const from = restarted.restartedFrom?.toISOString() ?? '';
  const [open, ...more] = await exceptionsOf(definitionId);
  expect(more).toEqual([]);
  expect(open).toEqual({
    id: expect.any(String),
    organisationId: world.database.organisationId,
    environmentId: world.database.environmentIds.test,
    definitionId,
    runId: expect.any(String),
    stepId: 'trigger',
    path: 'trigger',
    code: 'TRIGGER_PLACE_LOST',
    message: `The system no longer knows how far the changes of Lost were read: “This cursor is too old.\uFFFD” Changes are being read again from ${from} on. Some changes and deletions may be missing: compare with the system, then resolve this by hand.`,
    details: [],
    businessKey: null,
    businessLabel: null,
    payload: { connection: 'fake', object: 'Lost', readAgainFrom: from, systemSaid: 'This cursor is too old.\uFFFD' },
    target: { kind: 'nothing' },
    replayFailure: null,
    state: 'open',
    ownerUserId: null,
    resolution: null,
    resolutionReason: null,
    resolvedBy: null,
    resolvedAt: null,
    replayRunId: null,
    createdAt: expect.any(Date),
  });

  // Its run did nothing and has nothing to do, so neither can be repeated.
  const [exceptionId, runId] = [open?.id ?? '', open?.runId ?? ''];
  expect(await world.run(runId)).toMatchObject({
    state: 'failed',
    source: 'change',
    errorCode: 'TRIGGER_PLACE_LOST',
    startedAt: null,
    pins: {},
  });
  const nothing = { code: 'NOTHING_TO_REPLAY', message: expect.stringMatching(/resolve it by hand\.$/) };
  const startedBy = 'user-olga';
  await expect(world.tx((tx) => replayException(tx, { exceptionId, startedBy }))).rejects.toMatchObject(nothing);
  await expect(world.tx((tx) => replayRun(tx, { runId, startedBy }))).rejects.toMatchObject(nothing);

  await forget(definitionId, 'It is gone again.');
  expect((await exceptionsOf(definitionId)).map(({ state, code }) => ({ state, code }))).toEqual([
    { state: 'open', code: 'TRIGGER_PLACE_LOST' },
    { state: 'open', code: 'TRIGGER_PLACE_LOST' },
  ]);
  const record = world.system.add('Lost', { id: 'lost-1', name: 'one' });
  const runs = await waitUntil('a run', async () => {
    const succeeded = (await world.runsOf(definitionId)).filter(({ state }) => state === 'succeeded');
    return succeeded.length > 0 ? succeeded : undefined;
  });
  expect(runs.map((run) => run.trigger)).toEqual([record]);
});
