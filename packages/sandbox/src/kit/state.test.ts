import { expect, test } from 'vitest';
import type { RecordEffect } from './collection.ts';
import { SandboxState } from './state.ts';

interface Thing {
  readonly name: string;
}

function stateWithEffects(): { state: SandboxState; effects: RecordEffect[] } {
  const state = new SandboxState();
  const effects: RecordEffect[] = [];
  state.onEffect((effect) => effects.push(effect));
  return { state, effects };
}

test('reports each committed change as an effect, internal collections excepted', () => {
  const { state, effects } = stateWithEffects();
  const things = state.collection<Thing>('thing');
  things.insert('1', { name: 'one' });
  things.update('1', { name: 'uno' });
  things.update('1', { name: 'gone' }, 'deleted');
  things.delete('1');
  state.collection('__token').insert('t', {});
  expect(effects).toEqual([
    { kind: 'created', collection: 'thing', id: '1' },
    { kind: 'updated', collection: 'thing', id: '1' },
    { kind: 'deleted', collection: 'thing', id: '1' },
    { kind: 'deleted', collection: 'thing', id: '1' },
  ]);
});

test('a failing transaction leaves neither records nor values nor effects', () => {
  const { state, effects } = stateWithEffects();
  const things = state.collection<Thing>('thing');
  things.insert('kept', { name: 'before' });
  effects.length = 0;
  const before = state.snapshot();
  const fail = (): void =>
    state.transaction(() => {
      things.insert('new', { name: 'new' });
      things.update('kept', { name: 'after' });
      things.delete('kept');
      state.setValue('key', 1);
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect({ snapshot: state.snapshot(), effects }).toEqual({
    snapshot: { ...before, values: { key: undefined } },
    effects: [],
  });
});

test('an inner transaction that fails does not undo the outer one', () => {
  const { state, effects } = stateWithEffects();
  const things = state.collection<Thing>('thing');
  state.transaction(() => {
    things.insert('outer', { name: 'outer' });
    expect(() =>
      state.transaction(() => {
        things.insert('inner', { name: 'inner' });
        throw new Error('no');
      }),
    ).toThrow('no');
  });
  expect({ all: things.all(), effects }).toEqual({
    all: [{ name: 'outer' }],
    effects: [{ kind: 'created', collection: 'thing', id: 'outer' }],
  });
});

test('a restored snapshot holds the same records, order, sequences and values', () => {
  const { state } = stateWithEffects();
  state.collection<Thing>('thing').insert('b', { name: 'b' });
  state.collection<Thing>('thing').insert('a', { name: 'a' });
  state.next('thing');
  state.setValue('key', { n: 1 });
  const copy = new SandboxState();
  copy.collection('left over').insert('x', {});
  copy.restore(state.snapshot());
  expect([
    copy.collection('thing').entries(),
    copy.next('thing'),
    copy.value('key'),
    copy.collection('left over').size,
  ]).toEqual([
    [
      ['b', { name: 'b' }],
      ['a', { name: 'a' }],
    ],
    2,
    { n: 1 },
    0,
  ]);
});

test('refuses to insert over a record and to update one that is not there', () => {
  const things = new SandboxState().collection<Thing>('thing');
  things.insert('1', { name: 'one' });
  expect(() => things.insert('1', { name: 'other' })).toThrow('Collection thing already holds a record with id 1.');
  expect(() => things.update('2', { name: 'two' })).toThrow('Collection thing holds no record with id 2.');
});
