import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { delivery, triggerEvent } from '@throughline/core/db/schema/index';
import type { FlowInput } from '@throughline/core/flow';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.faults.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
  world.system.answered = (outcomes) => outcomes;
});

type Undo = { readonly operation: 'delete' } | { readonly operation: 'update'; readonly record: string };

/** A flow that writes one record and then fails, so that the record is taken back. */
const takesBack = (key: string, object: string, undo: Undo) =>
  world.flow(key, [
    step('write', 'save', {
      connection: 'fake',
      object,
      operation: 'upsert',
      identity: { externalId: '$trigger.id' },
      record: '{ "name": $trigger.name }',
      undo,
    }),
    step('raise', 'stop', { code: 'NOT_WANTED', message: '"This record is not wanted after all."' }),
  ]);

const withdraw: Undo = { operation: 'update', record: '{ "name": "withdrawn" }' };
const remove: Undo = { operation: 'delete' };
const idOf = (object: string, externalId: string): string =>
  world.system.all(object).find((record) => record['externalId'] === externalId)?.id ?? '';

describe('the echo of an undo', () => {
  type Trigger = FlowInput['trigger'];
  const hears = async (key: string, trigger: Trigger) =>
    (await world.flow(key, [respond('answer', '$trigger')], { trigger })).definitionId;
  const judged = (definitionId: string, recordId: string, count: number) =>
    waitUntil(`${count} judged events of ${recordId}`, async () => {
      const events = await world.tx((tx) =>
        tx
          .select({ state: triggerEvent.state, reason: triggerEvent.reason, version: triggerEvent.version })
          .from(triggerEvent)
          .where(and(eq(triggerEvent.definitionId, definitionId), eq(triggerEvent.recordId, recordId)))
          .orderBy(triggerEvent.id),
      );
      return events.filter(({ state }) => state !== 'waiting').length >= count ? events : undefined;
    });

  it('starts nothing by webhook or by poll when the undo writes the record', async () => {
    const told = await hears('undo-told', { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Echo' });
    const changed = await hears('undo-changed', {
      kind: 'change',
      name: 'Changed',
      connection: 'fake',
      object: 'Echo',
      every: 'PT1S',
    });
    await takesBack('echo-withdraws', 'Echo', withdraw);
    expect(await world.runThrough('echo-withdraws', { id: 'U-1', name: 'ours' })).toMatchObject({ state: 'failed' });
    const id = idOf('Echo', 'U-1');
    const [left] = world.system.all('Echo');
    expect(left).toMatchObject({ externalId: 'U-1', name: 'withdrawn' });
    await world.tell('Echo', id);
    for (const flow of [told, changed]) {
      const events = await waitUntil('the version that the undo left', async () => {
        const all = await judged(flow, id, 1);
        return all.some(({ version }) => version === left?.version) ? all : undefined;
      });
      expect(events.map(({ state, reason }) => ({ state, reason }))).toEqual(
        events.map(() => ({ state: 'ignored', reason: 'echo' })),
      );
    }
  });

  it('starts nothing when the undo deletes the record', async () => {
    const told = await hears('undo-deletions', {
      kind: 'webhook',
      name: 'Told',
      connection: 'fake',
      object: 'Thing',
      deletions: 'start',
    });
    await takesBack('echo-removes', 'Thing', remove);
    let id = '';
    world.system.beforeWrite = async ({ identity }) => {
      if (identity?.by === 'id') id = identity.id;
    };
    expect(await world.runThrough('echo-removes', { id: 'U-2', name: 'ours' })).toMatchObject({ state: 'failed' });
    expect(world.system.effects).toEqual(['created Thing U-2', 'deleted Thing U-2']);
    await world.tell('Thing', id, { kind: 'deleted' });
    expect(await judged(told, id, 1)).toMatchObject([{ state: 'ignored', reason: 'echo' }]);
  });
});

describe('an undo that the connector does not answer', () => {
  /** The connector says nothing about the writes that take a record back. */
  const dropUndoAnswers = (isCarriedOut: boolean) => {
    world.system.beforeWrite = async ({ identity }) => {
      if (identity?.by !== 'id') return;
      world.system.answered = () => [];
      const error = new ConnectorError('Not carried out.', { class: 'transient' });
      if (!isCarriedOut) world.system.faults.push({ on: 'write', error });
    };
  };
  const ledger = async (recordKey: string) => {
    const [row] = await world.tx((tx) => tx.select().from(delivery).where(eq(delivery.recordKey, recordKey)));
    return row?.state;
  };

  it.each([
    { key: 'silent-removes', object: 'Plain', undo: remove, last: 'deleted Plain V-silent-removes' },
    { key: 'silent-withdraws', object: 'Plain', undo: withdraw, last: 'updated Plain V-silent-withdraws' },
  ])('is done when the record shows it: $undo.operation', async ({ key, object, undo, last }) => {
    await takesBack(key, object, undo);
    dropUndoAnswers(true);
    const ended = await world.runThrough(key, { id: `V-${key}`, name: 'ours' });
    expect(world.system.effects).toEqual([`created ${object} V-${key}`, last]);
    expect(await world.exceptions(ended.id)).toMatchObject([{ code: 'NOT_WANTED' }]);
    expect(await ledger(`V-${key}`)).toBe('undone');
  });

  it('is left to a person when the record is still there', async () => {
    await takesBack('silent-stays', 'Plain', remove);
    dropUndoAnswers(false);
    const ended = await world.runThrough('silent-stays', { id: 'V-3', name: 'ours' });
    const id = idOf('Plain', 'V-3');
    expect(id).not.toBe('');
    expect(await ledger('V-3')).toBe('undo-failed');
    expect(await world.exceptions(ended.id)).toMatchObject([
      {
        code: 'UNDO_FAILED',
        state: 'open',
        message: `Plain ${id} was written by this run and could not be taken back: The connector gave no outcome for the record.`,
      },
      { code: 'NOT_WANTED' },
    ]);
  });
});
