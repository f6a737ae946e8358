import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.aheadMs = 0;
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

const write = (id: string, more: object = {}, around: object = {}) => {
  const config = {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${id}"` },
    record: '{ "name": $trigger.name }',
  };
  return step('write', id, { ...config, ...more }, around);
};
const hoursMs = (hours: number): number => hours * 3_600_000;
/** The write of one step takes two hours. */
const slowWrite = (externalId: string) => {
  world.system.beforeWrite = async ({ identity }) => {
    if (identity?.by === 'external-id' && identity.value === externalId) world.clock.aheadMs += hoursMs(2);
  };
};
const pureSteps = (count: number) => Array.from({ length: count }, (_, at) => respond(`pure${at + 1}`, String(at)));

describe('a run that takes longer than its flow allows', () => {
  it('ends the effect under way and begins no other', async () => {
    await world.flow('slow', [write('one'), write('two')], { settings: { timeout: 'PT1H' } });
    slowWrite('A-one');
    const ended = await world.runThrough('slow', { id: 'A' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(world.system.effects).toEqual(['created Thing A-one']);
  });

  it('takes back what it wrote', async () => {
    const undo = { operation: 'delete' };
    await world.flow('slow-undo', [write('one', { undo }), write('two', { undo }), write('three', { undo })], {
      settings: { timeout: 'PT1H' },
    });
    slowWrite('B-two');
    const ended = await world.runThrough('slow-undo', { id: 'B' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ code: 'RUN_TIMED_OUT' }]);
    expect(world.system.all('Thing')).toEqual([]);
  });

  it('is stopped although none of its steps has an effect', async () => {
    await world.flow('pure', pureSteps(30), { settings: { timeout: 'PT0S' } });
    const ended = await world.runThrough('pure');
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'pure20', code: 'RUN_TIMED_OUT' }]);
  });

  it('is stopped within a chunk of items, too', async () => {
    const loop = step(
      'for-each',
      'lines',
      { items: '[1..100]', chunkSize: 50, concurrency: 2 },
      { bodies: { each: [respond('line', '$item')] } },
    );
    await world.flow('pure-items', [loop], { settings: { timeout: 'PT0S' } });
    expect(await world.runThrough('pure-items')).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
  });
});

describe('a timeout somewhere deep in a run', () => {
  const settings = { timeout: 'PT1H' };
  const loop = (id: string, items: string, each: readonly ReturnType<typeof step>[], more: object = {}) =>
    step('for-each', id, { items, onItemError: 'continue', ...more }, { bodies: { each: [...each] } });
  const line = (id: string, more: object = {}) =>
    write(id, { identity: { externalId: `$trigger.id & "-" & $item` }, undo: { operation: 'delete' }, ...more });
  /** The run ends with one exception, which repeats the whole run, and everything is taken back. */
  const endsAt = async (key: string, id: string, path: string) => {
    const ended = await world.runThrough(key, { id });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect((await world.exceptions(ended.id)).map(({ code, target, ...more }) => [more.path, code, target])).toEqual([
      [path, 'RUN_TIMED_OUT', { kind: 'run' }],
    ]);
    expect(world.system.all('Thing')).toEqual([]);
  };

  it('is no exception of an item: the loop does not go on with the next one', async () => {
    await world.flow('loop', [loop('lines', '[1..4]', [line('save')]), write('after')], { settings });
    slowWrite('D-2');
    await endsAt('loop', 'D', 'lines[2].save');
    expect(world.system.effects).toEqual([
      'created Thing D-1',
      'created Thing D-2',
      'deleted Thing D-2',
      'deleted Thing D-1',
    ]);
  });

  it('ends the chunks of a loop that run side by side', async () => {
    const sideBySide = { concurrency: 2, chunkSize: 2 };
    await world.flow('chunks', [loop('lines', '[1..8]', [line('save')], sideBySide)], { settings });
    // Both chunks have written their first record before the time is up.
    const both = Promise.withResolvers<void>();
    let arrived = 0;
    world.system.beforeWrite = async ({ operation }) => {
      if (operation === 'delete') return;
      arrived += 1;
      if (arrived === 2) {
        world.clock.aheadMs += hoursMs(2);
        both.resolve();
      }
      await both.promise;
    };
    await endsAt('chunks', 'E', 'lines[1].save');
    expect(world.system.effects.toSorted()).toEqual([
      'created Thing E-1',
      'created Thing E-3',
      'deleted Thing E-1',
      'deleted Thing E-3',
    ]);
  });

  it('passes the loops and the branches around it', async () => {
    const branches = [
      { slot: 'left', title: 'Left' },
      { slot: 'right', title: 'Right' },
    ];
    const inner = loop('inner', '[1..3]', [line('save', { identity: { externalId: '$trigger.id & "-" & $item' } })]);
    const wrong = step('check', 'valid', { rules: [{ code: 'NOT_WANTED', message: 'Not wanted.', assert: 'false' }] });
    const fork = step('parallel', 'fork', { branches }, { bodies: { left: [wrong], right: [inner] } });
    await world.flow('nested', [loop('outer', '[1..3]', [fork])], { settings });
    slowWrite('F-2');
    await endsAt('nested', 'F', 'outer[0].inner[2].save');
    expect(world.system.effects.filter((effect) => effect.startsWith('created'))).toEqual([
      'created Thing F-1',
      'created Thing F-2',
    ]);
  });

  it('is not handed to what handles the errors of a step', async () => {
    const second = write('two', {}, { bodies: { onError: [respond('handled', '"handled"')] } });
    const config = { items: '[1]', onItemError: 'stop' };
    const bodies = { each: [second], onError: [respond('handledToo', '"handled"')] };
    const around = step('for-each', 'lines', config, { bodies });
    await world.flow('handled', [write('one', { undo: { operation: 'delete' } }), around], { settings });
    slowWrite('G-one');
    await endsAt('handled', 'G', 'lines[0].two');
  });

  it('stays a failure of the step where a called flow took longer than its own timeout', async () => {
    await world.flow('called-slow', [write('one'), write('two')], {
      trigger: { kind: 'call', name: 'Called' },
      settings,
    });
    const call = step('call', 'sub', { flow: 'called-slow', input: '{ "id": $trigger.id & $item }' });
    await world.flow('calls-slow', [loop('lines', '[1..2]', [call])], { settings: { timeout: 'P1D' } });
    slowWrite('H1-one');
    const ended = await world.runThrough('calls-slow', { id: 'H' });
    expect(ended).toMatchObject({ state: 'succeeded', errorCode: null });
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'lines[0]', code: 'RUN_TIMED_OUT' }]);
    expect(world.system.effects).toEqual(['created Thing H1-one', 'created Thing H2-one', 'created Thing H2-two']);
  });

  it("a caller's timeout stops the called flow first, then the caller", async () => {
    const undo = { operation: 'delete' };
    const trigger = { kind: 'call', name: 'Called' } as const;
    const lenient = { timeout: 'P1D' };
    await world.flow('inmost', [write('one', { undo }), write('two', { undo })], { trigger, settings: lenient });
    const input = '$trigger';
    await world.flow('middle', [step('call', 'deep', { flow: 'inmost', input })], { trigger, settings: lenient });
    const call = step('call', 'sub', { flow: 'middle', input: '{ "id": $trigger.id & $item }' });
    await world.flow('calls-lenient', [loop('lines', '[1..3]', [call])], { settings });
    slowWrite('I1-one');
    await endsAt('calls-lenient', 'I', 'lines[0].sub');
    expect(world.system.effects).toEqual(['created Thing I1-one', 'deleted Thing I1-one']);
    const [inmost] = await world.runsOf(await world.definitionId('inmost'));
    expect(inmost).toMatchObject({
      state: 'failed',
      errorCode: 'RUN_TIMED_OUT',
      errorMessage:
        'A run that called this one took longer than its flow’s timeout, without the time it waited on purpose.',
    });
  });

  it('is noticed although each part of the run has few steps', async () => {
    const few = loop('lines', '[1..40]', [respond('line', '$item')], { chunkSize: 1, concurrency: 2 });
    await world.flow('small-chunks', [few], { settings: { timeout: 'PT0S' } });
    const ended = await world.runThrough('small-chunks');
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'lines', code: 'RUN_TIMED_OUT' }]);
  });

  it('is noticed where the steps stand in branches', async () => {
    const branches = [
      { slot: 'left', title: 'Left' },
      { slot: 'right', title: 'Right' },
    ];
    const fork = (id: string) =>
      step(
        'parallel',
        id,
        { branches },
        { bodies: { left: [respond(`${id}l`, '1')], right: [respond(`${id}r`, '2')] } },
      );
    await world.flow(
      'forks',
      Array.from({ length: 8 }, (_, at) => fork(`fork${at}`)),
      { settings: { timeout: 'PT0S' } },
    );
    expect(await world.runThrough('forks')).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
  });
});

describe('a run that its flow allows', () => {
  it('may take as many steps without an effect as it likes', async () => {
    await world.flow('many-steps', pureSteps(60), { settings: { timeout: 'PT1H' } });
    expect(await world.runThrough('many-steps')).toMatchObject({ state: 'succeeded' });
  });
});

describe('a run that waited for its turn', () => {
  it('has its whole timeout when it begins, however long it was queued', async () => {
    await world.flow('patient', [write('one')], { settings: { orderingKey: '"k"', timeout: 'PT1H' } });
    let arrived = (): void => undefined;
    let open = (): void => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const opened = new Promise<void>((resolve) => (open = resolve));
    world.system.beforeWrite = () => {
      arrived();
      return opened;
    };
    const first = await world.start('patient', { id: 'Q-1' });
    await hasArrived;
    const second = await world.start('patient', { id: 'Q-2' });
    await world.database.db.pool.query(`update run set created_at = created_at - interval '2 hours' where id = $1`, [
      second,
    ]);
    open();
    await world.ended(first);
    expect(await world.ended(second)).toMatchObject({ state: 'succeeded', errorCode: null });
  });
});
