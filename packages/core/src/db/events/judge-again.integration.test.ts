import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowInput } from '../../flow/definition.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { replayException } from '../runs/replay-exception.ts';
import { replayRun } from '../runs/replay-run.ts';
import { publishForTest } from '../runs/test-definitions.ts';
import { exception, run, triggerEvent } from '../schema/index.ts';
import { startRun } from '../start-run.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

const trigger = { kind: 'event', name: 'Opened', type: 'deal.opened', when: '$trigger.stage = "Won"' } as const;
const settings = {
  idempotencyKey: '$trigger.id',
  orderingKey: '$trigger.customer',
  businessKey: '$trigger.id',
  businessLabel: '$trigger.name',
};
const readable: FlowInput = { format: 2, trigger, settings, body: [] };
const unreadable = { ...readable, body: [{ id: 'far', name: 'Far', kind: 'teleport', config: {} }] };
/** Its condition fails on a name. */
const failing: FlowInput = { ...readable, trigger: { ...trigger, when: '$sum($trigger.name) > 0' } };

const inOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>) =>
  withOrganisation(database.db, database.organisationId, work);
const publish = (key: string, document: unknown) => {
  const { organisationId, environmentIds, db } = database;
  return publishForTest(db, { organisationId, environmentId: environmentIds.test, kind: 'flow', key, document });
};
/** Publishes an event of ours for a flow. */
const tell = (definitionId: string, payload: unknown) =>
  inOrganisation((tx) =>
    startRun(tx, {
      environmentId: database.environmentIds.test,
      definitionId,
      source: 'event',
      dedupeKey: crypto.randomUUID(),
      payload,
    }),
  );
const exceptionOf = async (runId: string | null) => {
  const [found] = await inOrganisation((tx) =>
    tx
      .select()
      .from(exception)
      .where(eq(exception.runId, runId ?? '')),
  );
  if (found === undefined) throw new Error(`The run ${runId} has no exception.`);
  return found;
};
const replay = async (runId: string | null, payload?: { readonly data: unknown }) => {
  const { id } = await exceptionOf(runId);
  return inOrganisation((tx) => replayException(tx, { exceptionId: id, startedBy: 'user-olga', payload }));
};
const runOf = async (runId: string | null) =>
  (
    await inOrganisation((tx) =>
      tx
        .select({
          state: run.state,
          source: run.source,
          trigger: run.trigger,
          businessKey: run.businessKey,
          businessLabel: run.businessLabel,
          orderingKey: run.orderingKey,
          startedBy: run.startedBy,
          causedByRunId: run.causedByRunId,
        })
        .from(run)
        .where(eq(run.id, runId ?? '')),
    )
  )[0];
const eventsOf = (definitionId: string) =>
  inOrganisation((tx) =>
    tx
      .select({ state: triggerEvent.state, reason: triggerEvent.reason, key: triggerEvent.idempotencyKey })
      .from(triggerEvent)
      .where(eq(triggerEvent.definitionId, definitionId))
      .orderBy(triggerEvent.id),
  );

const won = { id: 'D-1', customer: 'C-1', name: 'Quay', stage: 'Won' };

it('an event of a flow that could not be read is judged by the condition and the keys of the one that is live', async () => {
  const { definitionId } = await publish('judged', unreadable);
  const [first, again, lost] = [
    await tell(definitionId, won),
    await tell(definitionId, won),
    await tell(definitionId, { ...won, id: 'D-2', stage: 'Lost' }),
  ];
  expect(await exceptionOf(first.runId)).toMatchObject({ state: 'open', code: 'FLOW_UNREADABLE', payload: won });
  await expect(replay(first.runId)).rejects.toMatchObject({ code: 'FLOW_UNREADABLE' });
  expect(await exceptionOf(first.runId)).toMatchObject({ state: 'open' });

  await publish('judged', readable);
  const started = await replay(first.runId);
  expect(await runOf(started)).toEqual({
    state: 'queued',
    source: 'event',
    trigger: won,
    businessKey: 'D-1',
    businessLabel: 'Quay',
    orderingKey: 'C-1',
    startedBy: 'user-olga',
    causedByRunId: first.runId,
  });
  expect(await exceptionOf(first.runId)).toMatchObject({
    state: 'resolved',
    resolution: 'replayed',
    replayRunId: started,
  });
  expect(await replay(again.runId)).toBeNull();
  expect(await exceptionOf(again.runId)).toMatchObject({
    state: 'resolved',
    resolutionReason: 'The event was ignored. An event with the same idempotency key started a run before.',
  });
  expect(await replay(lost.runId)).toBeNull();
  expect(await exceptionOf(lost.runId)).toMatchObject({
    state: 'resolved',
    resolutionReason: 'The event was ignored. The trigger’s condition does not hold.',
  });
  expect(await eventsOf(definitionId)).toEqual([
    { state: 'started', reason: null, key: 'D-1' },
    { state: 'ignored', reason: 'repeated', key: null },
    { state: 'ignored', reason: 'condition', key: null },
  ]);
});

it('the run of an event that was never judged is not repeated past the condition', async () => {
  const { definitionId } = await publish('refused', unreadable);
  const { runId } = await tell(definitionId, won);
  await publish('refused', readable);
  await expect(
    inOrganisation((tx) => replayRun(tx, { runId: runId ?? '', startedBy: 'user-olga' })),
  ).rejects.toMatchObject({
    code: 'NOTHING_TO_REPLAY',
    message: expect.stringMatching(/Replay its exception instead/),
  });
});

it('an event whose condition failed is judged again with the payload as an operator left it', async () => {
  const { definitionId } = await publish('failing', failing);
  const { runId } = await tell(definitionId, won);
  expect(await exceptionOf(runId)).toMatchObject({ code: 'TRIGGER_EXPRESSION_FAILED' });
  const stopped = await replay(runId);
  expect(await exceptionOf(runId)).toMatchObject({
    state: 'resolved',
    resolution: 'superseded',
    replayRunId: stopped,
  });
  expect(await exceptionOf(stopped)).toMatchObject({ state: 'open', code: 'TRIGGER_EXPRESSION_FAILED' });
  const edited = { ...won, name: 7 };
  expect(await runOf(await replay(stopped, { data: edited }))).toMatchObject({
    state: 'queued',
    trigger: edited,
    businessKey: 'D-1',
  });
});

it('an event that no live version listens to any more stays an open exception', async () => {
  const { definitionId } = await publish('moved', unreadable);
  const { runId } = await tell(definitionId, won);
  await publish('moved', { ...readable, trigger: { kind: 'manual', name: 'By hand' } });
  await expect(replay(runId)).rejects.toMatchObject({ code: 'FLOW_NOT_LIVE' });
  expect(await exceptionOf(runId)).toMatchObject({ state: 'open' });
});
