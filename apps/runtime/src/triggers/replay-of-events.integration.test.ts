import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { liveVersion, triggerEvent } from '@throughline/core/db/schema/index';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** Publishes a flow that takes up wanted records of an object; each test has an object of its own. */
const listen = async (object: string): Promise<string> => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object, when: 'name = "wanted"' } as const;
  const { definitionId } = await world.flow(`read-${object.toLowerCase()}`, [respond('answer', '$trigger')], {
    trigger,
  });
  return definitionId;
};

const eventsOf = (definitionId: string) =>
  world.tx((tx) => tx.select().from(triggerEvent).where(eq(triggerEvent.definitionId, definitionId)));
const ended = (definitionId: string, count: number) =>
  waitUntil(`${count} ended runs`, async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length >= count ? runs : undefined;
  });

describe('replaying an event whose record could not be read', () => {
  const refusal = (object: string, message: string) => ({
    on: 'look' as const,
    object,
    error: new ConnectorError(message, { class: 'forbidden' }),
  });
  /** A flow with one event that stopped, because its record could not be read. */
  const stopOne = async (object: string) => {
    const definitionId = await listen(object);
    world.system.faults.push(refusal(object, 'Not for you.'));
    await world.tell(object, 'x-1');
    const [stopped] = await ended(definitionId, 1);
    expect(stopped).toMatchObject({ errorCode: 'TRIGGER_RECORD_UNREADABLE' });
    const runId = stopped?.id ?? '';
    const exceptionOf = async () => (await world.exceptions(runId))[0];
    const replay = async () => {
      const exceptionId = (await exceptionOf())?.id ?? '';
      return world.tx((tx) => replayException(tx, { exceptionId, startedBy: 'user-olga' }));
    };
    const answered = () =>
      waitUntil('the answer to the replay', async () => {
        const now = await exceptionOf();
        return now?.state === 'replaying' ? undefined : now;
      });
    return { definitionId, runId, exceptionOf, replay, answered };
  };

  it('reads the record again, and resolves the exception when the event starts its run', async () => {
    const { definitionId, runId, replay, answered } = await stopOne('Again');
    const record = world.system.add('Again', { id: 'x-1', name: 'wanted' });
    expect(await replay()).toBe(null);
    const { state, resolution, replayRunId } = await answered();
    const runs = (await ended(definitionId, 2)).filter(({ id }) => id !== runId);
    const whoAndWhy = { startedBy: 'user-olga', causedByRunId: runId };
    expect(runs).toMatchObject([
      { id: replayRunId, state: 'succeeded', source: 'webhook', trigger: record, ...whoAndWhy },
    ]);
    expect({ state, resolution }).toEqual({ state: 'resolved', resolution: 'replayed' });
    expect(await eventsOf(definitionId)).toMatchObject([{ state: 'started', runId: replayRunId, payload: record }]);
  });

  it('resolves the exception with the reason when the event turns out to be one that the flow ignores', async () => {
    const { definitionId, replay, answered } = await stopOne('Ignored');
    world.system.add('Ignored', { id: 'x-1', name: 'another' });
    await replay();
    expect(await answered()).toMatchObject({
      state: 'resolved',
      resolution: 'replayed',
      resolutionReason: 'The event was ignored. The trigger’s condition does not hold.',
      replayRunId: null,
    });
    expect(await eventsOf(definitionId)).toMatchObject([{ state: 'ignored', reason: 'condition' }]);
    expect(await world.runsOf(definitionId)).toHaveLength(1);
  });

  it('leaves the exception open with the newest failure when the record cannot be read again', async () => {
    const { definitionId, runId, replay, answered } = await stopOne('Refused');
    world.system.faults.push(refusal('Refused', 'Still not for you.'));
    await replay();
    const message = 'The event is about Refused x-1, which could not be read: Still not for you.';
    expect(await answered()).toMatchObject({ state: 'open', message, replayFailure: message, resolution: null });
    expect(await eventsOf(definitionId)).toMatchObject([{ state: 'started', runId, exceptionId: null }]);
    world.system.add('Refused', { id: 'x-1', name: 'wanted' });
    await replay();
    expect(await answered()).toMatchObject({ state: 'resolved', resolution: 'replayed', replayFailure: null });
  });

  it('leaves the exception open when the flow does not listen any more, and works once it does again', async () => {
    const { definitionId, runId, replay, answered } = await stopOne('Withdrawn');
    const withdrawn = await world.tx((tx) =>
      tx.delete(liveVersion).where(eq(liveVersion.definitionId, definitionId)).returning(),
    );
    await replay();
    expect(await answered()).toMatchObject({
      state: 'open',
      message: 'The event is about Withdrawn x-1, which could not be read: Not for you.',
      replayFailure:
        'The flow that is live now does not listen to this event any more. Publish one that does and replay again, or resolve the exception by hand.',
      resolution: null,
    });
    expect(await eventsOf(definitionId)).toMatchObject([{ state: 'started', runId, exceptionId: null, reason: null }]);
    await world.tx((tx) => tx.insert(liveVersion).values(withdrawn));
    world.system.add('Withdrawn', { id: 'x-1', name: 'wanted' });
    await replay();
    expect(await answered()).toMatchObject({ state: 'resolved', resolution: 'replayed', replayFailure: null });
    expect(await world.runsOf(definitionId)).toHaveLength(2);
  });

  it('refuses an edited payload, because the record is read and nothing of the payload is used', async () => {
    const { exceptionOf } = await stopOne('Edited');
    const exceptionId = (await exceptionOf())?.id ?? '';
    await expect(
      world.tx((tx) => replayException(tx, { exceptionId, startedBy: 'user-olga', payload: { data: {} } })),
    ).rejects.toMatchObject({ code: 'PAYLOAD_NOT_EDITABLE' });
    expect(await exceptionOf()).toMatchObject({ state: 'open' });
  });
});
