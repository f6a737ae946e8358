import { describe, expect, it } from 'vitest';
import { mergeDocuments } from './merge-documents.ts';
import { mergeLines } from './merge-lines.ts';

const step = (id: string, config: object = {}) => ({ id, name: id, config });

describe('merging two documents', () => {
  it('takes from each side the changes that only it made', () => {
    const base = { name: 'a', note: 'old', gone: 1, body: [step('one'), step('two'), step('three')] };
    const mine = {
      name: 'b',
      note: 'old',
      gone: 1,
      body: [step('one'), step('two', { x: 1 }), step('mine'), step('three')],
    };
    const newer = { name: 'a', note: 'new', body: [step('newer'), step('one', { y: 2 }), step('two')] };
    expect(mergeDocuments({ base, mine, newer })).toEqual({
      document: {
        name: 'b',
        note: 'new',
        body: [step('newer'), step('one', { y: 2 }), step('two', { x: 1 }), step('mine')],
      },
      conflicts: [],
    });
  });

  it('reports places that both changed, and takes the chosen side', () => {
    const states = {
      base: { body: [step('one', { x: 1 }), step('two')] },
      mine: { body: [step('one', { x: 2 })] },
      newer: { body: [step('one', { x: 3 }), step('two', { y: 1 })] },
    };
    const conflicts = [
      { pointer: '/body/one/config/x', base: 1, mine: 2, newer: 3 },
      { pointer: '/body/two', base: step('two'), newer: step('two', { y: 1 }) },
    ];
    expect(mergeDocuments(states)).toEqual({ document: states.mine, conflicts });
    const choices = new Map([
      ['/body/one/config/x', 'newer'],
      ['/body/two', 'newer'],
    ] as const);
    expect(mergeDocuments(states, choices)).toEqual({ document: states.newer, conflicts });
  });

  it('takes the order of the side that changed it, and asks when both did', () => {
    const list = (...ids: string[]) => ({ body: ids.map((id) => step(id)) });
    const base = list('a', 'b', 'c');
    expect(mergeDocuments({ base, mine: list('a', 'x', 'b', 'c'), newer: list('c', 'a', 'b') })).toEqual({
      document: list('c', 'a', 'x', 'b'),
      conflicts: [],
    });
    const both = { base, mine: list('b', 'a', 'c'), newer: list('c', 'a', 'b') };
    expect(mergeDocuments(both)).toEqual({
      document: both.mine,
      conflicts: [{ pointer: '/body', base: base.body, mine: both.mine.body, newer: both.newer.body }],
    });
  });

  it('asks about every difference when nothing existed before', () => {
    expect(mergeDocuments({ base: undefined, mine: { a: 1, b: 2 }, newer: { a: 1, b: 3, c: 4 } })).toEqual({
      document: { a: 1, b: 2, c: 4 },
      conflicts: [{ pointer: '/b', mine: 2, newer: 3 }],
    });
  });
});

describe('merging two texts', () => {
  it('takes lines that only one side changed', () => {
    expect(
      mergeLines(
        '{\n  "a": A,\n  "b": B,\n  "c": C\n}',
        '{\n  "a": X,\n  "b": B,\n  "c": C\n}',
        '{\n  "a": A,\n  "b": B,\n  "c": C,\n  "d": D\n}',
      ),
    ).toBe('{\n  "a": X,\n  "b": B,\n  "c": C,\n  "d": D\n}');
  });

  it('does not guess when both changed the same or adjacent lines', () => {
    expect(mergeLines('a\nb', 'x\nb', 'y\nb')).toBeUndefined();
    expect(mergeLines('a\nb', 'x\nb', 'a\ny')).toBeUndefined();
    expect(mergeLines('a\nb\nc', 'c', 'a\nx\nc')).toBeUndefined();
  });
});
