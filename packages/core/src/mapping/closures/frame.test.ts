import { expect, test } from 'vitest';
import { Frame } from './frame.ts';

const globals = new Map<string, unknown>([['sum', 'global sum']]);

test('a name has the value of the innermost scope that binds it, from the binding on', () => {
  const root = new Frame(undefined, globals, ['a', '$'], [1, 'input']);
  const inner = root.inner(['b', 'b'], ['first', 'last']);
  const before = ['a', 'b', '$', 'sum', 'c'].map((name) => inner.lookup(name));
  inner.bind('a', undefined);
  inner.bind('c', 3);
  inner.bind('c', 4);
  root.bind('sum', 'mine');
  expect([before, ['a', 'c', 'sum'].map((name) => inner.lookup(name)), root.lookup('a')]).toEqual([
    [1, 'last', 'input', 'global sum', undefined],
    [undefined, 4, 'mine'],
    1,
  ]);
});

test('scopes share the names they are created with, but not names that are added', () => {
  const root = new Frame(undefined, globals, [], []);
  const names = ['x'];
  const [first, second] = [root.inner(names, [1]), root.inner(names, [2])];
  first.bind('y', 'of the first');
  expect([first.lookup('y'), second.lookup('y'), second.lookup('x'), names]).toEqual([
    'of the first',
    undefined,
    2,
    ['x'],
  ]);
});

test('a scope can hold many names', () => {
  const frame = new Frame(undefined, globals, ['p', 'p'], [0, 1]);
  const count = 100;
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < count; index += 1) frame.bind(`name ${index}`, index + round);
  }
  const values = Array.from({ length: count }, (_, index) => frame.lookup(`name ${index}`));
  expect(values).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect([frame.lookup('p'), frame.lookup('q'), frame.lookup('sum')]).toEqual([1, undefined, 'global sum']);
  expect([...frame.names()]).toHaveLength(count + 2);
});

test("a tuple's names are own names, and a binding hides them", () => {
  const frame = new Frame(undefined, globals, [], []).ofTuple({ '@': 'item', x: 1 });
  expect(['x', '@', 'toString'].map((name) => frame.lookup(name))).toEqual([1, 'item', undefined]);
  frame.bind('x', 2);
  expect(frame.lookup('x')).toBe(2);
});
