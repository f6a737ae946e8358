import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowInput } from '../flow/definition.ts';
import { withOrganisation } from './client.ts';
import { replayException } from './runs/replay-exception.ts';
import { publishForTest } from './runs/test-definitions.ts';
import { exception, run, triggerEvent } from './schema/index.ts';
import { startRun, type StartRunInput } from './start-run.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';

const flow: FlowInput = {
  format: 1,
  trigger: { kind: 'manual', name: 'By hand', when: '$trigger.stage = "Closed Won"' },
  settings: {
    idempotencyKey: '$trigger.id & ":" & $trigger.version',
    orderingKey: '$trigger.id',
    businessKey: '$trigger.id',
    businessLabel: '$trigger.name',
  },
  body: [{ id: 'shape', name: 'Shape', kind: 'map', config: { mapping: 'deal', input: '$trigger' } }],
};

let database: TestDatabase;
let environmentId: string;
let definitionId: string;
let versions: { flow: string; mapping: string; valueMap: string };

beforeAll(async () => {
  database = await createTestDatabase();
  environmentId = database.environmentIds.test;
  const mapping = await publish('deal', { text: 'name' }, 'mapping');
  await publish('unused', { text: 'name' }, 'mapping');
  const valueMap = await publish('country', { format: 1, entries: [] }, 'value-map');
  const published = await publish('handoff', flow);
  definitionId = published.definitionId;
  versions = { flow: published.versionId, mapping: mapping.versionId, valueMap: valueMap.versionId };
});
afterAll(() => database.close());

const publish = (key: string, document: unknown, kind: 'flow' | 'mapping' | 'value-map' = 'flow') =>
  publishForTest(database.db, { organisationId: database.organisationId, environmentId, kind, key, document });

const start = (input: Pick<StartRunInput, 'dedupeKey' | 'payload'> & Partial<StartRunInput>) =>
  withOrganisation(database.db, database.organisationId, (tx) =>
    startRun(tx, { environmentId, definitionId, source: 'manual', startedBy: 'user-olga', ...input }),
  );

const queued = async (runId: string | null) => {
  const { rows } = await database.db.pool.query<Record<string, unknown>>(
    'select name, status, queue_name, queue_partition_key, application_name from dbos.workflow_status where workflow_uuid = $1',
    [runId],
  );
  return rows;
};

describe('startRun', () => {
  it('stores event and run with everything fixed, and enqueues it, in one transaction', async () => {
    const payload = { id: '006A', version: 1, stage: 'Closed Won', name: 'Harbour audit' };
    const started = await start({ dedupeKey: 'ignored', payload });
    expect(started).toEqual({ runId: expect.any(String), isNew: true });
    const [stored] = await withOrganisation(database.db, database.organisationId, (tx) =>
      tx
        .select()
        .from(run)
        .where(eq(run.id, started.runId ?? '')),
    );
    expect(stored).toEqual({
      id: started.runId,
      organisationId: database.organisationId,
      environmentId,
      definitionId,
      versionId: versions.flow,
      draftDocument: null,
      pins: { 'mapping:deal': versions.mapping, 'value-map:country': versions.valueMap },
      draftPins: null,
      mode: 'live',
      source: 'manual',
      state: 'queued',
      businessKey: '006A',
      businessLabel: 'Harbour audit',
      orderingKey: '006A',
      trigger: payload,
      output: null,
      errorCode: null,
      errorMessage: null,
      replayOfRunId: null,
      exceptionId: null,
      parentRunId: null,
      parentPath: null,
      causedByRunId: null,
      startedBy: 'user-olga',
      occurredAt: null,
      isParked: false,
      target: null,
      workerId: null,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      createdAt: expect.any(Date),
      startedAt: null,
      finishedAt: null,
      dataRemovedAt: null,
    });
    expect(await queued(started.runId)).toEqual([
      {
        name: 'runFlow',
        status: 'ENQUEUED',
        queue_name: 'runs',
        queue_partition_key: `${environmentId}:${definitionId}:006A`,
        application_name: 'throughline',
      },
    ]);
  });

  it('answers the run of the first when the same event comes many times at once', async () => {
    const payload = { id: '006B', version: 7, stage: 'Closed Won', name: 'Tide survey' };
    const results = await Promise.all(Array.from({ length: 8 }, () => start({ dedupeKey: '006B', payload })));
    expect(new Set(results.map(({ runId }) => runId)).size).toBe(1);
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await queued(results[0]?.runId ?? null)).toHaveLength(1);
  });

  it('leaves nothing behind when the transaction rolls back', async () => {
    const payload = { id: '006C', version: 1, stage: 'Closed Won' };
    let runId: string | null = null;
    await expect(
      withOrganisation(database.db, database.organisationId, async (tx) => {
        runId = (await startRun(tx, { environmentId, definitionId, source: 'manual', dedupeKey: '006C', payload }))
          .runId;
        throw new Error('stop here');
      }),
    ).rejects.toThrow('stop here');
    expect(runId).toEqual(expect.any(String));
    expect(await queued(runId)).toEqual([]);
    const events = await withOrganisation(database.db, database.organisationId, (tx) =>
      tx.select().from(triggerEvent).where(eq(triggerEvent.idempotencyKey, '006C:1')),
    );
    expect(events).toEqual([]);
  });

  it('records an event whose condition does not hold, without a run', async () => {
    const { when } = flow.trigger;
    const told = { kind: 'webhook', name: 'Told', connection: 'crm', object: 'Deal', when } as const;
    const listening = await publish('told', { ...flow, trigger: told });
    const payload = { id: '006D', version: 1, stage: 'Proposal' };
    const record = { object: 'Deal', recordId: '006D', change: 'updated' } as const;
    const event = {
      definitionId: listening.definitionId,
      dedupeKey: '006D',
      payload,
      source: 'webhook',
      record,
    } as const;
    expect(await start(event)).toEqual({
      runId: null,
      isNew: true,
      note: 'The trigger’s condition does not hold.',
    });
  });

  it('starts nothing for an event that another trigger of the flow has brought, because a release has moved it since', async () => {
    const payload = { id: '006H', version: 1, stage: 'Closed Won' };
    expect(await start({ dedupeKey: '006H', payload, source: 'schedule' })).toEqual({
      runId: null,
      isNew: true,
      note: 'The flow that is live now does not listen to this event any more.',
    });
  });

  it('leaves the condition to the person who starts a flow by hand', async () => {
    const payload = { id: '006G', version: 1, stage: 'Proposal' };
    expect(await start({ dedupeKey: '006G', payload })).toEqual({ runId: expect.any(String), isNew: true });
  });

  it('turns an event whose keys cannot be evaluated into a failed run with an exception', async () => {
    const broken = await publishForTest(database.db, {
      organisationId: database.organisationId,
      environmentId,
      kind: 'flow',
      key: 'broken',
      document: { ...flow, settings: { businessKey: '$sum($trigger.name)' } },
    });
    const payload = { id: '006E', stage: 'Closed Won', name: 'text' };
    const { runId } = await withOrganisation(database.db, database.organisationId, (tx) =>
      startRun(tx, {
        environmentId,
        definitionId: broken.definitionId,
        source: 'manual',
        dedupeKey: 'once',
        payload,
      }),
    );
    const open = await withOrganisation(database.db, database.organisationId, (tx) =>
      tx
        .select({ code: exception.code, state: exception.state, payload: exception.payload, path: exception.path })
        .from(exception)
        .where(eq(exception.runId, runId ?? '')),
    );
    expect(open).toEqual([{ code: 'TRIGGER_EXPRESSION_FAILED', state: 'open', payload, path: 'trigger' }]);
    expect(await queued(runId)).toEqual([]);
  });
});

describe('replayException', () => {
  it('replays once with the edited payload, however many click', async () => {
    const { runId } = await start({
      dedupeKey: '006F',
      payload: { id: '006F', version: 1, stage: 'Closed Won', name: 'Quay' },
    });
    const exceptionId = crypto.randomUUID();
    const frame = { environmentId, definitionId, runId: runId ?? '', stepId: 'shape', path: 'shape' };
    await withOrganisation(database.db, database.organisationId, async (tx) => {
      await tx
        .insert(exception)
        .values({ id: exceptionId, ...frame, code: 'TERMS_MISSING', message: 'None.', payload: { id: '006F' } });
      await tx
        .update(run)
        .set({ state: 'failed', finishedAt: new Date() })
        .where(eq(run.id, runId ?? ''));
    });
    const edited = { id: '006F', terms: 'Net 30' };
    const replay = () =>
      withOrganisation(database.db, database.organisationId, (tx) =>
        replayException(tx, { exceptionId, startedBy: 'user-olga', payload: { data: edited } }),
      );
    const results = await Promise.allSettled([replay(), replay(), replay()]);
    const replayed = results.filter((result) => result.status === 'fulfilled');
    expect(replayed).toHaveLength(1);
    const rows = await withOrganisation(database.db, database.organisationId, (tx) =>
      tx
        .select({
          id: run.id,
          trigger: run.trigger,
          source: run.source,
          orderingKey: run.orderingKey,
          replayOf: run.replayOfRunId,
        })
        .from(run)
        .where(eq(run.exceptionId, exceptionId)),
    );
    expect(rows).toEqual([
      { id: replayed[0]?.value, trigger: edited, source: 'replay', orderingKey: '006F', replayOf: runId },
    ]);
  });
});
