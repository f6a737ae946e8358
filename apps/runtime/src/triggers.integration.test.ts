import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { changeCursor, run, triggerEvent } from '@throughline/core/db/schema/index';
import { FakeWorld, respond } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { Services } from './run/run-context.ts';
import { fireSchedule } from './triggers/fire-schedule.ts';
import { TimedTriggers } from './triggers/run-timed-triggers.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const eventsOf = (definitionId: string) =>
  world.tx((tx) =>
    tx
      .select({ payload: triggerEvent.payload, runId: triggerEvent.runId, note: triggerEvent.note })
      .from(triggerEvent)
      .where(eq(triggerEvent.definitionId, definitionId))
      .orderBy(triggerEvent.receivedAt),
  );

describe('change polling', () => {
  it('sees every version of a record once, although polls overlap', async () => {
    world.system.add('Thing', { id: 'r-1', name: 'one' });
    const { definitionId } = await world.flow('polls', [respond('answer', '$trigger.name')], {
      trigger: { kind: 'change', name: 'Changed', connection: 'fake', object: 'Thing', every: 'PT1S' },
    });
    const polled = async (times: number) => {
      const calls = () => world.system.calls.filter((call) => call.startsWith('changes')).length;
      const target = calls() + times;
      await waitUntil('more polls', () => (calls() >= target ? true : undefined));
    };
    const names = async () => (await eventsOf(definitionId)).map(({ payload }) => (payload as { name: string }).name);
    await waitUntil('the first record', async () => ((await names()).length === 1 ? true : undefined));
    await polled(2);
    expect(await names()).toEqual(['one']);
    world.system.add('Thing', { id: 'r-1', name: 'two' });
    await waitUntil('the second version', async () => ((await names()).length === 2 ? true : undefined));
    await polled(2);
    expect(await names()).toEqual(['one', 'two']);
    const runs = await waitUntil('the runs to end', async () => {
      const all = await world.runsOf(definitionId);
      return all.every(({ finishedAt }) => finishedAt !== null) ? all : undefined;
    });
    expect(runs.map(({ source, output }) => ({ source, output }))).toEqual([
      { source: 'change', output: { status: 200, body: 'one' } },
      { source: 'change', output: { status: 200, body: 'two' } },
    ]);
  });

  it('says why it cannot poll, and continues when it can', async () => {
    world.system.faults.push({ on: 'changes', error: new ConnectorError('No such view.', { class: 'validation' }) });
    const { definitionId } = await world.flow('polls-failing', [respond('answer', '1')], {
      trigger: { kind: 'change', name: 'Changed', connection: 'fake', object: 'Plain', every: 'PT1S' },
    });
    const message = async () => {
      const [row] = await world.tx((tx) =>
        tx.select().from(changeCursor).where(eq(changeCursor.definitionId, definitionId)),
      );
      return row;
    };
    await waitUntil('the failure or its end', async () => ((await message())?.cursor == null ? undefined : true));
    expect(await message()).toMatchObject({ failureMessage: null, cursor: expect.any(String) });
  });
});

describe('a record that cannot be stored', () => {
  it('becomes an exception, and the records beside it start their runs', async () => {
    world.system.add('Strict', { id: 's-1', name: 'before' });
    world.system.add('Strict', { id: 's-2', name: 'with a \0' });
    world.system.add('Strict', { id: 's-3', name: 'after' });
    const { definitionId } = await world.flow('polls-unstorable', [respond('answer', '$trigger.name')], {
      trigger: { kind: 'change', name: 'Changed', connection: 'fake', object: 'Strict', every: 'PT1S' },
    });
    const runs = await waitUntil('a run per record', async () => {
      const all = await world.runsOf(definitionId);
      return all.length === 3 && all.every(({ finishedAt }) => finishedAt !== null) ? all : undefined;
    });
    expect(runs.map(({ state, errorCode, trigger }) => ({ state, errorCode, trigger }))).toMatchObject([
      { state: 'succeeded', errorCode: null, trigger: { id: 's-1' } },
      { state: 'failed', errorCode: 'TEXT_NOT_STORABLE', trigger: { id: 's-2' } },
      { state: 'succeeded', errorCode: null, trigger: { id: 's-3' } },
    ]);
    expect(await world.exceptions(runs[1]?.id ?? '')).toMatchObject([{ code: 'TEXT_NOT_STORABLE', state: 'open' }]);
  });

  it('becomes an exception even if a notification had reported it', async () => {
    world.system.add('Echo', { id: 'e-1', name: 'with a \0' });
    const { definitionId } = await world.flow('hears-unstorable', [respond('answer', '1')], {
      trigger: { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Echo' },
    });
    expect(await world.tell('Echo', 'e-1')).toBe(202);
    const [run] = await waitUntil('the run', async () => {
      const all = await world.runsOf(definitionId);
      return all.some(({ finishedAt }) => finishedAt !== null) ? all : undefined;
    });
    expect(run).toMatchObject({ state: 'failed', errorCode: 'TEXT_NOT_STORABLE', trigger: { id: 'e-1' } });
  });
});

describe('a stored trigger that this release cannot read', () => {
  it('does not keep other flows from being polled', async () => {
    world.system.add('Halves', { id: 'h-1', name: 'one' });
    const trigger = { kind: 'change', name: 'Changed', connection: 'fake', object: 'Halves', every: 'PT1S' } as const;
    const broken = { format: 1, trigger: { ...trigger, every: 42 }, body: [] };
    await world.publish('flow', 'polls-broken', broken);
    const { definitionId } = await world.flow('polls-beside', [respond('answer', '1')], { trigger });
    await waitUntil('an event', async () => ((await eventsOf(definitionId)).length > 0 ? true : undefined));
  });
});

describe('schedule', () => {
  it('fires once per occurrence, makes up for the last one missed, and for none before it was published', async () => {
    const { definitionId } = await world.flow('yearly', [respond('answer', '$trigger')], {
      trigger: { kind: 'schedule', name: 'New year', cron: '0 3 1 1 *', timeZone: 'Europe/London' },
    });
    const turnAt = (now: string) =>
      fireSchedule(
        { db: world.database.db, now: () => Date.parse(now) },
        {
          organisationId: world.database.organisationId,
          environmentId: world.database.environmentIds.test,
          definitionId,
          liveSince: new Date('2030-06-01T00:00:00Z'),
          trigger: { kind: 'schedule', name: 'New year', cron: '0 3 1 1 *', timeZone: 'Europe/London' },
        },
      );
    const fired = async () => (await eventsOf(definitionId)).map(({ payload }) => payload);
    await turnAt('2030-12-31T23:00:00Z');
    expect(await fired()).toEqual([]);
    await Promise.all([turnAt('2031-01-01T03:00:01Z'), turnAt('2031-01-01T03:00:02Z')]);
    expect(await fired()).toEqual([{ scheduledAt: '2031-01-01T03:00:00.000Z', missed: 0 }]);
    await turnAt('2031-06-01T00:00:00Z');
    expect(await fired()).toHaveLength(1);
    // Retention removes the event and its run, but the occurrence is not due again.
    const [{ runId } = { runId: null }] = await eventsOf(definitionId);
    await world.ended(runId ?? '');
    await world.tx((tx) => tx.delete(triggerEvent).where(eq(triggerEvent.definitionId, definitionId)));
    await world.tx((tx) => tx.delete(run).where(eq(run.definitionId, definitionId)));
    await turnAt('2031-06-02T00:00:00Z');
    expect(await fired()).toEqual([]);
    await turnAt('2034-02-01T00:00:00Z');
    expect(await fired()).toEqual([{ scheduledAt: '2034-01-01T03:00:00.000Z', missed: 2 }]);
  });

  it('that cannot be read starts nothing, and keeps no other from starting', async () => {
    const newYear = { kind: 'schedule', name: 'New year', cron: '0 3 1 1 *' } as const;
    const unreadable = { ...newYear, timeZone: 'Nowhere/Land' };
    const nowhere = await world.flow('nowhere', [respond('answer', '1')], { trigger: unreadable });
    const { definitionId } = await world.flow('behind', [respond('answer', '1')], { trigger: newYear });
    const warned: { readonly definitionId?: string; readonly msg?: string }[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void warned.push(JSON.parse(line) as object) });
    const now = () => Date.parse('2040-06-01T00:00:00Z');
    const services = { db: world.database.db, log, lease: { isConfirmed: true }, now };
    await new TimedTriggers(services as unknown as Services).turn();
    expect(await eventsOf(definitionId)).toMatchObject([{ payload: { scheduledAt: '2040-01-01T03:00:00.000Z' } }]);
    expect(warned.filter((line) => line.definitionId === nowhere.definitionId)).toMatchObject([
      { msg: 'A schedule failed; the next turn tries again.' },
    ]);
  });
});
