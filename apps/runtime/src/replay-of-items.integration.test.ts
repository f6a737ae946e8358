import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { FakeWorld, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
});

type StepInput = ReturnType<typeof step>;

/** Reads the orders from the system, so that they can change between a run and its replay. */
const readOrders = step('read', 'source', {
  connection: 'fake',
  object: 'Thing',
  find: { by: 'id', value: '"source"' },
});
const loop = (id: string, config: object, each: readonly StepInput[]) =>
  step('for-each', id, { onItemError: 'continue', ...config }, { bodies: { each } });
const saveLine = [
  step('check', 'named', { rules: [{ code: 'NO_NAME', message: 'No name.', assert: '$exists($item.name)' }] }),
  step('write', 'save', {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: '$item.id' },
    record: '{ "name": $item.name }',
  }),
];
const afterwards = step('write', 'afterwards', {
  connection: 'fake',
  object: 'Thing',
  operation: 'upsert',
  identity: { externalId: '"after-" & $flow.runId' },
  record: '{}',
});

const line = (id: string, name?: string) => ({ id, ...(name === undefined ? {} : { name }) });
const setOrders = (orders: readonly object[]) => world.system.add('Thing', { id: 'source', orders });

/** The one exception of a run, replayed with an edited item; gives the replay when it has ended. */
async function replayOnly(runId: string, data: unknown) {
  const [open] = await world.exceptions(runId);
  const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga', payload: { data } });
  return world.ended(replayId);
}

describe('replay of an item', () => {
  const nested = [
    readOrders,
    loop('orders', { items: '$steps.source.orders', itemKey: '$item.id' }, [
      loop('parts', { items: '$item.parts', itemKey: '$item.id' }, [
        loop('lines', { items: '$item.lines', itemKey: '$item.id' }, saveLine),
      ]),
    ]),
    afterwards,
  ];
  const order = (id: string, lines: readonly object[]) => ({ id, parts: [{ id: `${id}-p`, lines }] });

  it('finds it by its keys in loops of any depth, though the lists have changed', async () => {
    await world.flow('nested', nested);
    setOrders([order('A', [line('A-1', 'a')]), order('B', [line('B-1', 'b'), line('B-2')])]);
    const first = await world.runThrough('nested');
    expect(await world.exceptions(first.id)).toMatchObject([
      {
        path: 'orders[1].parts[0].lines[1]',
        target: {
          kind: 'item',
          place: [
            { loop: 'orders', index: 1, key: 'B' },
            { loop: 'parts', index: 0, key: 'B-p' },
            { loop: 'lines', index: 1, key: 'B-2' },
          ],
        },
      },
    ]);
    setOrders([order('B', [line('B-2'), line('B-1', 'b')]), order('C', [line('C-1', 'c')])]);
    world.system.effects.length = 0;
    const replay = await replayOnly(first.id, line('B-2', 'two'));
    expect(replay).toMatchObject({ state: 'succeeded', errorCode: null });
    expect(world.system.effects).toEqual(['created Thing B-2']);
    expect((await world.steps(replay.id)).map(({ path }) => path)).toEqual([
      'source',
      'orders',
      'orders[0].parts',
      'orders[0].parts[0].lines',
      'orders[0].parts[0].lines[0].named',
      'orders[0].parts[0].lines[0].save',
    ]);
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'resolved', resolution: 'replayed' }]);
  });

  it('gives an item that stops again a new exception with the same place and owner', async () => {
    await world.flow('nested', nested);
    setOrders([order('A', [line('S-1')])]);
    const first = await world.runThrough('nested');
    const replay = await replayOnly(first.id, line('A-1'));
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'resolved', resolution: 'superseded' }]);
    expect(await world.exceptions(replay.id)).toMatchObject([
      {
        state: 'open',
        code: 'NO_NAME',
        target: { kind: 'item', place: [{ key: 'A' }, { key: 'A-p' }, { key: 'S-1' }] },
      },
    ]);
    // The item was edited, its key included: in the list it is still known by the old one.
    const second = await replayOnly(replay.id, line('A-1', 'one'));
    expect(second.state).toBe('succeeded');
    // Repeating a run that was limited to an item repeats that item, and nothing else.
    const repeated = await world.tx((tx) => replayRun(tx, { runId: second.id, startedBy: 'user-olga' }));
    expect(await world.ended(repeated)).toMatchObject({ state: 'succeeded', target: second.target });
    expect(world.system.effects).toEqual([`created Thing after-${first.id}`, 'created Thing A-1']);
  });

  it.each([
    [
      'the item itself is gone',
      [order('A', [line('A-1', 'a')])],
      'item "A-2" of lines in item "A-p" of parts in item "A" of orders',
    ],
    ['an item around it is gone', [order('B', [line('A-2')])], 'item "A" of orders'],
    ['the list is empty', [], 'item "A" of orders'],
  ])('says that %s, and leaves the exception open', async (_title, orders, where) => {
    await world.flow('nested', nested);
    setOrders([order('A', [line('A-1', 'a'), line('A-2')])]);
    const first = await world.runThrough('nested');
    setOrders(orders);
    world.system.effects.length = 0;
    const replay = await replayOnly(first.id, line('A-2', 'two'));
    const message = `The list has no ${where} any more, so there was nothing to repeat. Correct the source and start a new run, or resolve the exception by hand.`;
    expect(replay).toMatchObject({ state: 'failed', errorCode: 'REPLAY_TARGET_GONE', errorMessage: message });
    expect(world.system.effects).toEqual([]);
    expect(await world.exceptions(replay.id)).toEqual([]);
    expect(await world.exceptions(first.id)).toMatchObject([
      { state: 'open', code: 'NO_NAME', message: 'No name.', replayFailure: message, replayRunId: replay.id },
    ]);
  });

  it('within an item that was edited finds that item as it was edited', async () => {
    const sound = [{ code: 'NO_PARTS', message: 'No parts.', assert: '$type($item.parts) = "array"' }];
    await world.flow('nested-edited', [
      readOrders,
      loop('orders', { items: '$steps.source.orders', itemKey: '$item.id' }, [
        step('check', 'sound', { rules: sound }),
        loop('parts', { items: '$item.parts', itemKey: '$item.id' }, [
          loop('lines', { items: '$item.lines', itemKey: '$item.id' }, saveLine),
        ]),
      ]),
    ]);
    setOrders([order('A', [line('A-1', 'a')]), { id: 'B', parts: 'none' }]);
    const first = await world.runThrough('nested-edited');
    const outer = await replayOnly(first.id, order('B', [line('B-1', 'b'), line('B-added')]));
    expect(await world.exceptions(outer.id)).toMatchObject([
      { path: 'orders[1].parts[0].lines[1]', code: 'NO_NAME', target: { kind: 'item' } },
    ]);
    world.system.effects.length = 0;
    const again = await replayOnly(outer.id, line('B-added'));
    expect(await world.exceptions(again.id)).toMatchObject([{ state: 'open', code: 'NO_NAME' }]);
    expect(await replayOnly(again.id, line('B-added', 'added'))).toMatchObject({ state: 'succeeded', errorCode: null });
    expect(world.system.effects).toEqual(['created Thing B-added']);
  });

  it('within an item without a key finds that item by what it held, and not by its position', async () => {
    const lines = loop('lines', { items: '$item.lines' }, saveLine);
    await world.flow('unkeyed-orders', [readOrders, loop('orders', { items: '$steps.source.orders' }, [lines])]);
    const broken = { id: 'B', lines: [line('B-1', 'b'), line('B-2')] };
    const other = { id: 'C', lines: [line('C-1', 'c'), line('C-2', 'c')] };
    setOrders([{ id: 'A', lines: [] }, broken]);
    const first = await world.runThrough('unkeyed-orders');
    world.system.effects.length = 0;
    setOrders([{ id: 'A', lines: [] }, other]);
    expect(await replayOnly(first.id, line('B-2', 'two'))).toMatchObject({
      state: 'failed',
      errorCode: 'REPLAY_TARGET_GONE',
      errorMessage: expect.stringContaining('item 2 of orders') as string,
    });
    expect(world.system.effects).toEqual([]);
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'open' }]);
    setOrders([broken, other]);
    expect(await replayOnly(first.id, line('B-2', 'two'))).toMatchObject({ state: 'succeeded' });
    expect(world.system.effects).toEqual(['created Thing B-2']);
  });

  it('says that a list without keys has become too short', async () => {
    await world.flow('unkeyed', [readOrders, loop('lines', { items: '$steps.source.orders' }, saveLine)]);
    setOrders([line('A', 'a'), line('B')]);
    const first = await world.runThrough('unkeyed');
    setOrders([line('A', 'a')]);
    expect(await replayOnly(first.id, line('B', 'b'))).toMatchObject({
      state: 'failed',
      errorCode: 'REPLAY_TARGET_GONE',
      errorMessage: expect.stringContaining('item 2 of lines') as string,
    });
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'open' }]);
    setOrders([line('A', 'a'), line('B')]);
    expect(await replayOnly(first.id, line('B', 'b'))).toMatchObject({ state: 'succeeded' });
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'resolved', replayFailure: null }]);
  });

  it('runs only the branch that leads to it, and stops when the run goes another way', async () => {
    const inBranches = [
      readOrders,
      step(
        'parallel',
        'sides',
        {
          branches: [
            { slot: 'left', title: 'Left' },
            { slot: 'right', title: 'Right' },
          ],
        },
        {
          bodies: {
            left: [
              step(
                'branch',
                'open',
                { cases: [{ slot: 'yes', title: 'Yes', when: '$steps.source.isClosed ? false : true' }] },
                {
                  bodies: {
                    yes: [
                      loop(
                        'lines',
                        { items: '$steps.source.orders', itemKey: '$item.id', chunkSize: 1, concurrency: 2 },
                        saveLine,
                      ),
                    ],
                    otherwise: [],
                  },
                },
              ),
            ],
            right: [
              step('raise', 'no', { code: 'NOT_HERE', message: '"Not here."' }, { bodies: { onError: [afterwards] } }),
            ],
          },
        },
      ),
    ];
    await world.flow('in-branches', inBranches);
    setOrders([line('A', 'a'), line('B')]);
    const first = await world.runThrough('in-branches');
    world.system.effects.length = 0;
    world.system.add('Thing', { id: 'source', isClosed: true, orders: [line('B')] });
    const otherWay = await replayOnly(first.id, line('B', 'b'));
    expect(otherWay).toMatchObject({
      state: 'failed',
      errorCode: 'REPLAY_TARGET_GONE',
      errorMessage: expect.stringContaining('The run did not reach item "B" of lines') as string,
    });
    setOrders([line('B')]);
    expect(await replayOnly(first.id, line('B', 'b'))).toMatchObject({ state: 'succeeded' });
    expect(world.system.effects).toEqual(['created Thing B']);
  });

  it('says that the flow has no place for it any more', async () => {
    await world.flow('changed', [readOrders, loop('lines', { items: '$steps.source.orders' }, saveLine), afterwards]);
    setOrders([line('A')]);
    const first = await world.runThrough('changed');
    world.system.effects.length = 0;
    await world.flow('changed', [readOrders, afterwards]);
    expect(await replayOnly(first.id, line('A', 'a'))).toMatchObject({
      state: 'failed',
      errorCode: 'REPLAY_TARGET_GONE',
      errorMessage: expect.stringContaining('no place for item 1 of lines') as string,
    });
    expect(world.system.effects).toEqual([]);
    expect(await world.exceptions(first.id)).toMatchObject([{ state: 'open' }]);
  });
});
