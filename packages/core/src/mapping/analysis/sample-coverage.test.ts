import { expect, test } from 'vitest';
import { coverageOf } from './sample-coverage.ts';

const text = '{ "size": Amount > 10 ? "large" : "small", "name": Name ?? "none", "same": Same ? "x" }';
const said = (samples: readonly unknown[]) => {
  const { branches, samples: found } = coverageOf(
    text,
    samples.map((input) => ({ input })),
  );
  return found.map(({ result, error, ran }) => ({
    result: error === undefined ? result : error.code,
    ran: ran.map((index) => {
      const branch = branches[index];
      return branch === undefined ? '' : `${branch.kind} ${text.slice(branch.start, branch.end)}`;
    }),
  }));
};

test('each sample tells which branches ran for it, and what came of it', () => {
  expect(said([{ Amount: 20, Name: 'A' }, { Amount: 1, Same: true }, { Amount: 'x' }])).toEqual([
    { result: { size: 'large', name: 'A' }, ran: ['then "large"'] },
    { result: { size: 'small', name: 'none', same: 'x' }, ran: ['otherwise "small"', 'default "none"', 'then "x"'] },
    { result: 'T2009', ran: [] },
  ]);
});

test('every branch is listed, even one that never runs, and a text with errors has none', () => {
  expect(coverageOf(text, []).branches.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['then', '"large"'],
    ['otherwise', '"small"'],
    ['default', '"none"'],
    ['then', '"x"'],
  ]);
  expect(coverageOf('{ "a": ', [{ input: {} }])).toEqual({ branches: [], samples: [] });
});
