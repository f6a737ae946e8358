import { expect, test } from 'vitest';
import type { DrawnLine } from './drawn-lines.ts';
import { lineNodes } from './line-nodes.ts';

const line = (source: number, target: number | undefined, through?: string): DrawnLine => ({
  key: `${source}`,
  lines: [],
  source,
  target,
  kind: through === undefined ? 'direct' : 'function',
  through,
});

test('the lines of several sources meet in one function in front of their field', () => {
  const nodes = lineNodes([line(1, 4, 'money'), line(2, 4, 'money'), line(3, 5), line(4, undefined, 'date')]);
  expect(nodes).toEqual([{ key: '4 function money', target: 4, kind: 'function', name: 'money', slot: 0 }]);
});

test('a field has room for two functions, and other fields are not affected', () => {
  const nodes = lineNodes([line(1, 4, 'a'), line(2, 4, 'b'), line(3, 4, 'c'), line(3, 6, 'c')]);
  expect(nodes.map(({ target, name, slot }) => [target, name, slot])).toEqual([
    [4, 'a', 0],
    [4, 'b', 1],
    [6, 'c', 0],
  ]);
});
