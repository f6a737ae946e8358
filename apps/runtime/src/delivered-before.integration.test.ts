import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { adoptRecord } from '@throughline/core/db/runs/adopt-record';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { delivery, link } from '@throughline/core/db/schema/index';
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
  world.system.calls.length = 0;
  world.system.faults.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

const write = (config: object = {}) => [
  step('write', 'save', {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: '$trigger.id', entity: 'thing', canonicalId: '$trigger.id' },
    record: '{ "name": $trigger.name }',
    ...config,
  }),
  respond('answer', '$steps.save'),
];

const answerOf = async (key: string, payload: unknown) =>
  ((await world.runThrough(key, payload)).output as { body: { id: string; effect: string } }).body;
const stored = (id: string) => world.system.records.get('Thing')?.get(id);

describe('a record that was delivered before with the same content', () => {
  beforeAll(() => world.flow('saves', write()));

  it('is looked at once, and left alone when it is as it was delivered', async () => {
    const first = await answerOf('saves', { id: 'A', name: 'Quay' });
    world.system.calls.length = 0;
    expect(await answerOf('saves', { id: 'A', name: 'Quay' })).toEqual({ ...first, effect: 'unchanged' });
    expect(world.system.calls).toEqual([`read Thing {"by":"id","id":"${first.id}"}`]);
  });

  it('is repaired when it was deleted there, and later steps get the id of the living record', async () => {
    const first = await answerOf('saves', { id: 'B', name: 'Quay' });
    world.system.records.get('Thing')?.delete(first.id);
    const second = await answerOf('saves', { id: 'B', name: 'Quay' });
    expect(second).toMatchObject({ effect: 'repaired', externalId: 'B' });
    expect(second.id).not.toBe(first.id);
    expect(stored(second.id)).toMatchObject({ name: 'Quay' });
    const [row] = (await world.tx((tx) => tx.select().from(delivery))).filter(({ recordKey }) => recordKey === 'B');
    expect(row).toMatchObject({ state: 'confirmed', effect: 'repaired', externalId: second.id });
    const [linked] = (await world.tx((tx) => tx.select().from(link))).filter(({ canonicalId }) => canonicalId === 'B');
    expect(linked).toMatchObject({ externalId: second.id });
  });

  it('is repaired when somebody overwrote one of our fields, and not when they changed another one', async () => {
    const { id } = await answerOf('saves', { id: 'C', name: 'Quay' });
    world.system.add('Thing', { ...stored(id), phone: '1' });
    expect(await answerOf('saves', { id: 'C', name: 'Quay' })).toMatchObject({ id, effect: 'unchanged' });
    world.system.add('Thing', { ...stored(id), name: 'Changed by hand' });
    expect(await answerOf('saves', { id: 'C', name: 'Quay' })).toMatchObject({ id, effect: 'repaired' });
    expect(stored(id)).toMatchObject({ name: 'Quay', phone: '1' });
  });

  it('is trusted to be there where the step says so, and costs no request then', async () => {
    await world.flow('trusts', write({ verify: 'never' }));
    const { id } = await answerOf('trusts', { id: 'D', name: 'Quay' });
    world.system.records.get('Thing')?.delete(id);
    world.system.calls.length = 0;
    expect(await answerOf('trusts', { id: 'D', name: 'Quay' })).toMatchObject({ id, effect: 'unchanged' });
    expect(world.system.calls).toEqual([]);
  });
});

describe('a record that its system takes in two halves', () => {
  const halves = (config: object = {}) =>
    write({ object: 'Halves', operation: 'create', record: '{ "name": $trigger.name, "later": 7 }', ...config });
  const refused = (on: string) => new ConnectorError(`The ${on} was refused.`, { class: 'validation' });
  const all = () => world.system.all('Halves').map(({ name, later }) => ({ name, later }));
  /** Refuses the update that follows a creation, once. */
  const refuseSecondHalf = () => {
    world.system.beforeWrite = ({ operation }) => {
      if (operation === 'update') world.system.faults.push({ on: 'write', error: refused('second half') });
      return Promise.resolve();
    };
  };
  beforeEach(() => {
    world.system.beforeWrite = () => Promise.resolve();
  });

  it('is complete after one write', async () => {
    await world.flow('halves', halves());
    expect(await answerOf('halves', { id: 'E', name: 'Quay' })).toMatchObject({ effect: 'created' });
    expect(all()).toEqual([{ name: 'Quay', later: 7 }]);
  });

  it('is completed by the next run when its second half failed, and never made twice', async () => {
    await world.flow('halves', halves());
    refuseSecondHalf();
    expect(await world.runThrough('halves', { id: 'F', name: 'Quay' })).toMatchObject({ errorCode: 'FAKE_VALIDATION' });
    expect(all()).toEqual([{ name: 'Quay', later: undefined }]);
    world.system.beforeWrite = () => Promise.resolve();
    expect((await world.runThrough('halves', { id: 'F', name: 'Quay' })).state).toBe('succeeded');
    expect(all()).toEqual([{ name: 'Quay', later: 7 }]);
  });

  it('is taken back when its second half failed for good', async () => {
    await world.flow('halves-undone', halves({ undo: { operation: 'delete' } }));
    refuseSecondHalf();
    expect(await world.runThrough('halves-undone', { id: 'G', name: 'Quay' })).toMatchObject({ state: 'failed' });
    expect(all()).toEqual([]);
  });
});

describe('a record that cannot carry an external id', () => {
  const lost = () => new ConnectorError('The answer was lost.', { class: 'transient', isOutcomeUnknown: true });
  const loseAnswer = () => world.system.faults.push({ on: 'write', error: lost(), isAfterCommit: true });
  const nameless = (config: object = {}) => write({ object: 'Nameless', ...config });
  const byName = { match: [{ by: 'field', field: 'name', value: '$trigger.name' }] };
  const names = () => world.system.all('Nameless').map(({ name }) => name);
  const replay = async (runId: string) => {
    const [open] = await world.exceptions(runId);
    const replayed = await world.tx((tx) =>
      replayException(tx, { exceptionId: open?.id ?? '', startedBy: 'user-olga' }),
    );
    return world.ended(replayed ?? '');
  };
  beforeAll(() => world.flow('nameless', nameless()));

  it('is found again by the id that it got, and updated when its content changes', async () => {
    const { id } = await answerOf('nameless', { id: 'N1', name: 'Quay' });
    expect(await answerOf('nameless', { id: 'N1', name: 'Quay Ltd' })).toEqual({
      id,
      effect: 'updated',
      externalId: 'N1',
    });
    expect(names()).toEqual(['Quay Ltd']);
  });

  it('is not made again after a lost answer: a person is asked to look whether it exists', async () => {
    loseAnswer();
    const ended = await world.runThrough('nameless', { id: 'N2', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'OUTCOME_UNKNOWN' });
    expect(await world.exceptions(ended.id)).toMatchObject([
      { state: 'open', message: expect.stringContaining('Look whether it exists') as string },
    ]);
    const later = await world.runThrough('nameless', { id: 'N2', name: 'Quay' });
    expect(later).toMatchObject({ state: 'failed', errorCode: 'OUTCOME_UNKNOWN' });
    expect(names()).toEqual(['Quay']);
  });

  it('is made by a replay once a person has seen that it is not there', async () => {
    world.system.faults.push({ on: 'write', error: lost() });
    const ended = await world.runThrough('nameless', { id: 'N3', name: 'Quay' });
    expect(names()).toEqual([]);
    expect(await replay(ended.id)).toMatchObject({ state: 'succeeded' });
    expect(names()).toEqual(['Quay']);
  });

  const adopt = async (runId: string, externalId: string) => {
    const [open] = await world.exceptions(runId);
    const input = { exceptionId: open?.id ?? '', externalId, startedBy: 'user-olga' };
    return world.ended((await world.tx((tx) => adoptRecord(tx, input))) ?? '');
  };

  it('is adopted by the id that a person found, and not made again', async () => {
    loseAnswer();
    const stopped = await world.runThrough('nameless', { id: 'N5', name: 'Quay' });
    const [made] = world.system.all('Nameless');
    expect(await adopt(stopped.id, made?.id ?? '')).toMatchObject({
      state: 'succeeded',
      output: { body: { id: made?.id, externalId: 'N5' } },
    });
    expect(names()).toEqual(['Quay']);
    expect(await world.exceptions(stopped.id)).toMatchObject([{ state: 'resolved', resolution: 'replayed' }]);
    expect(await answerOf('nameless', { id: 'N5', name: 'Quay' })).toMatchObject({ id: made?.id, effect: 'unchanged' });
  });

  it('is not made again when a person gave the id of no record, and can be adopted afterwards', async () => {
    loseAnswer();
    const stopped = await world.runThrough('nameless', { id: 'N6', name: 'Quay' });
    const [made] = world.system.all('Nameless');
    const again = await adopt(stopped.id, 'nowhere');
    expect(again).toMatchObject({ state: 'failed', errorCode: 'OUTCOME_UNKNOWN' });
    expect(again.errorMessage).toContain('There is no Nameless nowhere, so it was not adopted and nothing was sent.');
    expect(names()).toEqual(['Quay']);
    expect(await adopt(again.id, made?.id ?? '')).toMatchObject({ output: { body: { id: made?.id } } });
    expect(names()).toEqual(['Quay']);
  });

  it('is adopted where a called flow made it, however deep, and not made again', async () => {
    const trigger = { kind: 'call', name: 'Called' } as const;
    await world.flow('makes', nameless(), { trigger });
    await world.flow('passes-on', [step('call', 'make', { flow: 'makes', input: '$trigger' })], { trigger });
    await world.flow('calls', [step('call', 'pass', { flow: 'passes-on', input: '$trigger' })]);
    loseAnswer();
    const stopped = await world.runThrough('calls', { id: 'N7', name: 'Quay' });
    expect(stopped).toMatchObject({ state: 'failed', errorCode: 'OUTCOME_UNKNOWN' });
    const [made] = world.system.all('Nameless');
    const again = await adopt(stopped.id, 'nowhere');
    expect(again).toMatchObject({ state: 'failed', errorCode: 'OUTCOME_UNKNOWN' });
    expect(await adopt(again.id, made?.id ?? '')).toMatchObject({ state: 'succeeded' });
    expect(names()).toEqual(['Quay']);
  });

  it('cannot be adopted where nothing is unknown', async () => {
    const stopped = await world.runThrough('nameless', { id: '', name: 'Quay' });
    await expect(adopt(stopped.id, 'any')).rejects.toMatchObject({ code: 'NOTHING_TO_ADOPT' });
  });

  it('is found after a lost answer by the field that the step matches', async () => {
    await world.flow('by-name', nameless({ identity: { externalId: '$trigger.id', ...byName } }));
    loseAnswer();
    expect(await answerOf('by-name', { id: 'N4', name: 'Quay' })).toMatchObject({ effect: 'created' });
    expect(names()).toEqual(['Quay']);
  });
});

describe('a record that a second run uses before the first run ends', () => {
  const twoSteps = (id: string) => [
    ...write({ undo: { operation: 'delete' } }).slice(0, 1),
    step('write', id, {
      connection: 'fake',
      object: 'Plain',
      operation: 'create',
      identity: { externalId: '$trigger.id & "-second"' },
      record: '{ "name": $trigger.name }',
    }),
  ];

  it.each([
    { by: 'the same flow', second: 'delivers', effect: 'unchanged' },
    { by: 'another flow', second: 'relies', effect: 'updated' },
  ])('is not taken back by the first run when $by relies on it', async ({ second, effect }) => {
    const key = `U-${second}`;
    await world.flow('delivers', twoSteps('fails'));
    await world.flow('relies', write());
    const released = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    let held = 0;
    world.system.beforeWrite = async ({ object }) => {
      if (object !== 'Plain' || (held += 1) > 1) return;
      reached.resolve();
      await released.promise;
      world.system.faults.push({ on: 'write', error: new ConnectorError('Refused.', { class: 'validation' }) });
    };
    const first = await world.start('delivers', { id: key, name: 'Quay' });
    await reached.promise;
    const other = await world.start(second, { id: key, name: 'Quay' });
    const isConfirmed = async () => {
      const [step] = await world.steps(other);
      return step?.state === 'succeeded' ? true : undefined;
    };
    await waitUntil('the second run to confirm the record', isConfirmed);
    released.resolve();
    expect(await world.ended(first)).toMatchObject({ state: 'failed' });
    await world.ended(other);
    expect(await world.output(other, 'save')).toMatchObject({ effect });
    expect(world.system.all('Thing').map(({ externalId }) => externalId)).toEqual([key]);
    const undo = (await world.exceptions(first)).find(({ path }) => path === 'save undo');
    expect(undo).toMatchObject({
      code: 'UNDO_FAILED',
      state: 'open',
      message: expect.stringContaining(`run ${other} has delivered or confirmed it since`) as string,
    });
  });
});
