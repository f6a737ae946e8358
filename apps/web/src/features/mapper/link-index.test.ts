import { expect, test } from 'vitest';
import { linkIndex } from './link-index.ts';

const source = (id: string | undefined, label = id ?? '', via: 'direct' | 'condition' = 'direct') => ({
  id,
  label,
  via,
  through: undefined,
  range: undefined,
});
const name = source('deal.Name');
const amount = source('deal.Amount');
const isWon = source('deal.IsWon', 'deal.IsWon', 'condition');
const index = linkIndex([
  { target: 'name', sources: [name] },
  { target: 'total.amount', sources: [amount, isWon] },
  { target: 'total.currency', sources: [isWon, source(undefined, '$steps.rates')] },
]);

test('a target field knows its sources, and a container knows those of everything inside it', () => {
  expect(index.sourcesOf('total.amount')).toEqual([amount, isWon]);
  expect(index.sourcesOf('total')).toEqual([amount, isWon, source(undefined, '$steps.rates')]);
  expect(index.sourcesOf('tot')).toEqual([]);
});

test('fields that are read count as used and fields that are made as built, with their containers', () => {
  expect(index.used).toEqual(new Set(['deal', 'deal.Name', 'deal.Amount', 'deal.IsWon']));
  expect(index.built).toEqual(new Set(['name', 'total', 'total.amount', 'total.currency']));
});

test('what is still used and built is the same set as before, and what changed is another', () => {
  const next = linkIndex([...index.all, { target: 'name', sources: [source('deal.Code')] }], index);
  expect(next.built).toBe(index.built);
  expect(next.used).toEqual(new Set([...index.used, 'deal.Code']));
});
