import { expect, test } from 'vitest';
import { mergeSort } from './merge-sort.ts';
import { defaultLimits } from './limits.ts';
import { orderItems } from './order-items.ts';
import { Run } from './run.ts';

function newRun(): Run {
  return new Run({ limits: defaultLimits, valueMaps: {}, now: () => 0, clock: () => 0 });
}

interface Item {
  readonly name: string;
  readonly first?: string | number;
  readonly second?: number;
}

/** The names in order, and the order in which terms were evaluated. */
function ordered(items: readonly Item[], directions: readonly boolean[]): { names: string[]; asked: string[] } {
  const asked: string[] = [];
  const result = orderItems(newRun(), items, directions, (item, term) => {
    const { name, first, second } = item as Item;
    asked.push(`${name}${term}`);
    return term === 0 ? first : second;
  });
  return { names: (result as Item[]).map(({ name }) => name), asked };
}

test('sorts by the first term, and evaluates the next one only where the first does not decide', () => {
  const items = [
    { name: 'a', first: 'x', second: 1 },
    { name: 'b', first: 'w' },
    { name: 'c', first: 'x', second: 2 },
  ];
  expect(ordered(items, [false, true])).toEqual({
    names: ['b', 'c', 'a'],
    asked: ['b0', 'c0', 'a0', 'a1', 'c1'],
  });
});

test('puts missing values last in both directions, and keeps the order of equal ones', () => {
  const items = [
    { name: 'a' },
    { name: 'b', first: 1 },
    { name: 'c' },
    { name: 'd', first: 2 },
    { name: 'e', first: 1 },
  ];
  expect(ordered(items, [false]).names).toEqual(['b', 'e', 'd', 'a', 'c']);
  expect(ordered(items, [true]).names).toEqual(['d', 'b', 'e', 'a', 'c']);
});

test('refuses values without a common order', () => {
  expect(() =>
    ordered(
      [
        { name: 'a', first: 'x' },
        { name: 'b', first: 1 },
      ],
      [false],
    ),
  ).toThrow('no common order');
});

test('returns a single item as it is, and evaluates nothing', () => {
  const items = [{ name: 'a' }];
  expect(orderItems(newRun(), items, [false], () => expect.unreachable())).toBe(items);
});

test('the merge sort compares in the order of the reference: halves first, then the heads of both', () => {
  const asked: string[] = [];
  const sorted = mergeSort(newRun(), [3, 1, 2, 1.5, 0], (left, right) => {
    asked.push(`${left}>${right}`);
    return left > right;
  });
  expect({ sorted, asked }).toEqual({
    sorted: [0, 1, 1.5, 2, 3],
    asked: ['3>1', '1.5>0', '2>0', '2>1.5', '1>0', '1>1.5', '3>1.5', '3>2'],
  });
});
