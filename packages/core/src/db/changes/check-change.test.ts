import { expect, test } from 'vitest';
import { sampleCatalog } from '../../../testing/flow/sample-catalog.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import { checkChange } from './check-change.ts';

const any = { kind: 'any' };
const mapping = (key: string, text: string): NamedDocument => ({
  definitionId: key,
  kind: 'mapping',
  key,
  name: key,
  document: { format: 1, text, source: any, target: any, tests: [] },
});
const flow = (key: string, document: unknown): NamedDocument => ({
  definitionId: key,
  kind: 'flow',
  key,
  name: key,
  document,
});
/** A flow that others can call, and that calls another one. */
const caller = (key: string, called: string): NamedDocument =>
  flow(key, {
    format: 2,
    trigger: { kind: 'call', name: 'Called' },
    body: [{ id: 'next', kind: 'call', name: 'Next', config: { flow: called, input: '$trigger' } }],
    settings: {},
  });

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
/** Looks at as many expressions as one text may. */
const heavy = `(${times(40, (n) => `$f${n} := function($x) { ${n === 0 ? '$x' : `$f${n - 1}($x) & $f${n - 1}($x)`} };`)} $f39(a))`;

const set = (items: NamedDocument[], surroundings: NamedDocument[] = []) => ({
  catalog: sampleCatalog,
  entities: {},
  items,
  surroundings,
  connections: [],
});

test('a change that takes too much work to check is an error where the check stopped, and others have their turn', async () => {
  const items = Array.from({ length: 20 }, (_, index) => mapping(`heavy-${index}`, heavy));
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    timer = setTimeout(turn);
  };
  let timer = setTimeout(turn);
  const problems = await checkChange(set(items), {
    evaluations: 70_000,
    evaluationsPerDocument: 100_000,
    length: 5_000,
  });
  clearTimeout(timer);
  expect(problems).toEqual([
    {
      definitionId: 'heavy-1',
      kind: 'mapping',
      key: 'heavy-1',
      name: 'heavy-1',
      pointer: '',
      code: 'TOO_MUCH_TO_CHECK',
      severity: 'error',
      message:
        'Checking this change takes too much work, and was stopped at the mapping "heavy-1". Make its expressions shorter, or submit fewer documents together.',
    },
  ]);
  expect(turns).toBeGreaterThan(0);
});

test('a document that takes too much work by itself is an error, and the others are checked all the same', async () => {
  const items = [mapping('heavy', heavy), mapping('wrong', '$nothing(1)')];
  const problems = await checkChange(set(items), {
    evaluations: 100_000,
    evaluationsPerDocument: 1_000,
    length: 5_000,
  });
  expect(problems.map(({ key, code }) => [key, code])).toEqual([
    ['heavy', 'TOO_MUCH_TO_CHECK'],
    ['wrong', 'UNKNOWN_FUNCTION'],
  ]);
});

test('a flow around the change is checked when it reaches what changes, however many calls away', async () => {
  const surroundings = [
    caller('one', 'two'),
    caller('three', 'leaf'),
    caller('two', 'three'),
    caller('aside', 'other'),
  ];
  const problems = await checkChange(set([caller('three', 'one')], surroundings));
  expect(problems.map(({ key, code }) => [key, code])).toEqual([
    ['one', 'CALL_RECURSION'],
    ['two', 'CALL_RECURSION'],
    ['three', 'CALL_RECURSION'],
  ]);
});

test('a text that is too long to be read in one go is an error', async () => {
  const items = [mapping('long', `[${'1,'.repeat(250_000)}1]`)];
  expect((await checkChange(set(items))).map(({ key, code }) => [key, code])).toEqual([['long', 'TOO_MUCH_TO_CHECK']]);
});

test('a document with thousands of faults is told of with the first two hundred', async () => {
  const entries = Array.from({ length: 8_000 }, (_, at) => ({ from: `k${at}`, to: 'x' }));
  const item: NamedDocument = {
    definitionId: 'terms',
    kind: 'value-map',
    key: 'terms',
    name: 'Terms',
    document: { format: 1, entries },
  };
  expect(await checkChange(set([item]))).toHaveLength(200);
});
