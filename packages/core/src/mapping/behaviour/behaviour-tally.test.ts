import { expect, test } from 'vitest';
import { BehaviourTally, type ComparedSample } from './behaviour-tally.ts';

const sample = (name: string, before: unknown, after: unknown): ComparedSample => ({
  name,
  origin: 'test',
  before: { output: before },
  after: { output: after },
});
const failure = (code: string, message: string) => ({ failure: { code, message } });

const reportOf = (...samples: ComparedSample[]) => {
  const tally = new BehaviourTally();
  for (const each of samples) tally.add(each);
  return tally.report();
};

test('a field is counted once per record and effect, with lists collapsed, and examples say old and new', () => {
  const lines = (...amounts: unknown[]) => ({ taxCode: 'VAT-19', lines: amounts.map((amount) => ({ amount })) });
  expect(
    reportOf(
      sample('same', lines('1', '2'), lines('1', '2')),
      sample('changed twice', lines('1', '2'), lines('3', '4')),
      sample('emptied', lines('1'), { lines: [{}] }),
      sample('one more', lines('1'), lines('1', '2')),
      sample('filled', {}, { 'net.total': 5, note: null }),
    ),
  ).toEqual({
    compared: 5,
    fromTests: 5,
    different: 4,
    failInBoth: 0,
    fields: [
      {
        field: '`net.total`',
        records: 1,
        counts: { filled: 1 },
        examples: [{ sample: 'filled', origin: 'test', effect: 'filled', after: '5' }],
      },
      {
        field: 'lines[]',
        records: 1,
        counts: { filled: 1 },
        examples: [{ sample: 'one more', origin: 'test', effect: 'filled', after: '{"amount":"2"}' }],
      },
      {
        field: 'lines[].amount',
        records: 2,
        counts: { changed: 1, emptied: 1 },
        examples: [
          { sample: 'changed twice', origin: 'test', effect: 'changed', before: '"1"', after: '"3"' },
          { sample: 'emptied', origin: 'test', effect: 'emptied', before: '"1"' },
        ],
      },
      {
        field: 'note',
        records: 1,
        counts: { changed: 1 },
        examples: [{ sample: 'filled', origin: 'test', effect: 'changed', after: 'null' }],
      },
      {
        field: 'taxCode',
        records: 1,
        counts: { emptied: 1 },
        examples: [{ sample: 'emptied', origin: 'test', effect: 'emptied', before: '"VAT-19"' }],
      },
    ],
  });
});

test('a list or an object that comes or goes as a whole is one change, and so is the whole result', () => {
  const { fields } = reportOf(
    sample('list goes', { lines: [{ amount: 1 }, { amount: 2 }] }, { lines: [] }),
    sample('object comes', {}, { customer: { name: 'A', city: 'B' } }),
    sample('shape', { lines: { amount: 1 } }, { lines: [{ amount: 1 }] }),
    sample('nothing', { a: 1 }, undefined),
  );
  expect(fields.map(({ field, counts }) => [field, counts])).toEqual([
    ['', { emptied: 1 }],
    ['customer', { filled: 1 }],
    ['lines', { changed: 1, emptied: 1 }],
  ]);
});

test('failures are outcomes: of the new version, of the old one, of both, and none that only exceeds the limits', () => {
  const output = { output: { a: 1 } };
  const missing = failure('NAME_MISSING', 'The name is missing.');
  const endless = failure('TOO_MANY_STEPS', 'It takes more than 5 steps.');
  const named = (name: string, before: ComparedSample['before'], after: ComparedSample['after']): ComparedSample => ({
    name,
    origin: 'record',
    before,
    after,
  });
  expect(
    reportOf(
      named('now', output, missing),
      named('before', missing, output),
      named('both', missing, failure('OTHER', 'Something else.')),
      named('never ends now', output, endless),
      named('never ended', endless, endless),
    ),
  ).toEqual({
    compared: 4,
    fromTests: 0,
    different: 3,
    failInBoth: 1,
    fields: [
      {
        field: '',
        records: 4,
        counts: { failed: 2, recovered: 1, 'not-compared': 1 },
        examples: [
          { sample: 'now', origin: 'record', effect: 'failed', before: '{"a":1}', after: 'The name is missing.' },
          { sample: 'before', origin: 'record', effect: 'recovered', before: 'The name is missing.', after: '{"a":1}' },
          {
            sample: 'never ends now',
            origin: 'record',
            effect: 'failed',
            before: '{"a":1}',
            after: 'It takes more than 5 steps.',
          },
          {
            sample: 'never ended',
            origin: 'record',
            effect: 'not-compared',
            after: 'It takes more than 5 steps.',
          },
        ],
      },
    ],
  });
});

test('what is kept is bounded: fields, their names, examples and values', () => {
  const wide = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, 'x'.repeat(1_000)]));
  const many = Array.from({ length: 50 }, (_, index) => sample(`sample ${index}`, {}, wide));
  const { fields } = reportOf(...many, sample('long name', {}, { ['n'.repeat(300)]: 1 }));
  expect(reportOf(...many.map((each) => ({ ...each, after: { output: { a: 1 } } }))).fields[0]?.examples.length).toBe(
    20,
  );
  expect(fields.length).toBe(201);
  const [first, last] = [fields[0], fields.at(-1)];
  expect(first).toMatchObject({ field: 'field0', records: 50, counts: { filled: 50 } });
  expect(fields.flatMap(({ examples }) => examples).length).toBe(800);
  expect(first?.examples[0]?.after).toBe(`"${'x'.repeat(198)}…`);
  expect(last).toMatchObject({ field: '…', records: 51, counts: { filled: 51 } });
  expect(JSON.stringify(fields).length).toBeLessThan(300_000);
});

test('each effect of a field keeps an example, however many others come before it', () => {
  const changed = Array.from({ length: 50 }, (_, index) => sample(`changed ${index}`, { a: 1 }, { a: 2 }));
  const [field] = reportOf(...changed, sample('emptied', { a: 1 }, {}), sample('emptied too', { a: 1 }, {})).fields;
  expect(field?.counts).toEqual({ emptied: 2, changed: 50 });
  expect(field?.examples.length).toBe(21);
  expect(field?.examples.at(-1)).toEqual({ sample: 'emptied', origin: 'test', effect: 'emptied', before: '1' });
});

test('zero and minus zero are the same output', () => {
  expect(reportOf(sample('zero', { a: 0, b: [0] }, { a: -0, b: [-0] }))).toMatchObject({ different: 0, fields: [] });
});

test('an output with very many differences is not walked to its end', () => {
  const list = (value: number) => Array.from({ length: 50_000 }, () => value);
  expect(reportOf(sample('long', { list: list(1) }, { list: list(2) })).fields).toEqual([
    {
      field: 'list[]',
      records: 1,
      counts: { changed: 1 },
      examples: [{ sample: 'long', origin: 'test', effect: 'changed', before: '1', after: '2' }],
    },
    {
      field: '…',
      records: 1,
      counts: { changed: 1 },
      examples: [{ sample: 'long', origin: 'test', effect: 'changed' }],
    },
  ]);
});
