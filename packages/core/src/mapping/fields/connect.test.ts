import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { compileMapping } from '../compile-mapping.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { refusalOf } from './refusal-of.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const object = (properties: Record<string, JsonSchema>): JsonSchema => ({ type: 'object', properties });
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const money = object({ amount: { type: 'string', pattern: String.raw`^-?(0|[1-9]\d*)(\.\d+)?$` }, currency: text });

const sourceSchema = object({
  Name: { ...text, title: 'Deal name' },
  IsWon: { type: 'boolean' },
  Amount: number,
  CurrencyIsoCode: text,
  CloseDate: { type: 'string', format: 'date' },
  ModifiedAt: { type: 'string', format: 'date-time' },
  Account: object({ Name: text, Billing_City__c: text, Rating: text }),
  Lines: list(object({ Name: text, Phase: text, Price: number, Day: { type: 'string', format: 'date' } })),
  Tags: list(text),
});
const targetSchema = object({
  name: text,
  code: text,
  isWon: { type: 'boolean' },
  amount: number,
  total: money,
  closed: { type: 'string', format: 'date' },
  customer: object({ name: text, billingCity: text, phone: text }),
  lines: list(object({ name: text, phase: text, price: text })),
  tags: list(text),
  number: { ...text, readOnly: true },
});

const draw = (source: string, target: string, written = '') =>
  connect({ text: written, source: source.split('.'), target: target.split('.'), sourceSchema, targetSchema });

/** The text after the gesture, or the question with each choice and the text that it gives. */
const outcome = (source: string, target: string, written = '') => {
  const connection = draw(source, target, written);
  if (connection.kind === 'refused') return connection.reason;
  if (connection.kind === 'connected') return applyEdits(written, connection.edits);
  return [
    connection.question,
    ...connection.choices.map(({ key, label, edits }) => `${key} | ${label} | ${applyEdits(written, edits)}`),
  ];
};

describe('a line to a field that is not set', () => {
  test('writes the path if the types fit', () => {
    expect(outcome('Name', 'name', '{ "isWon": IsWon }')).toBe('{ "isWon": IsWon, "name": Name }');
    expect(outcome('Name', 'customer.name', '{}')).toBe('{ "customer": { "name": Name } }');
    expect(outcome('Lines.Name', 'lines.name', '{}')).toBe('{ "lines": [Lines.{ "name": Name }] }');
    expect(outcome('Tags', 'tags', '{}')).toBe('{ "tags": Tags }');
    expect(outcome('Name', 'tags', '{}')).toBe('{ "tags": [Name] }');
  });

  test('leaves the caret behind what it wrote', () => {
    expect(draw('Name', 'name', '{}')).toMatchObject({ kind: 'connected', caret: '{ "name": Name'.length });
  });

  test('asks for a conversion if the types differ', () => {
    expect(outcome('Amount', 'name', '{}')).toEqual([
      'Amount is a number, and name takes text. How should it be written?',
      'convert | Convert to text | { "name": $string(Amount) }',
      'as-it-is | Map it as it is | { "name": Amount }',
    ]);
    expect(outcome('ModifiedAt', 'closed', '{}')).toEqual([
      'ModifiedAt is an instant, and closed takes a date. How should it be written?',
      'convert | Convert to a date | { "closed": $date(ModifiedAt) }',
      'as-it-is | Map it as it is | { "closed": ModifiedAt }',
    ]);
    expect(outcome('Amount', 'total', '{}')).toEqual([
      'Amount is a number, and total takes an amount of money. How should it be written?',
      'convert | Make it an amount of money in its currency | { "total": $money(Amount, CurrencyIsoCode) }',
      'as-it-is | Map it as it is | { "total": Amount }',
    ]);
  });

  test('asks which of several values a single field gets', () => {
    expect(outcome('Lines.Name', 'name', '{}')).toEqual([
      'Name has several values, and name takes one. Which one should it be?',
      'first | The first Name | { "name": (Lines.Name)[0] }',
      'last | The last Name | { "name": (Lines.Name)[-1] }',
      'join | All of them in one text, separated by commas | { "name": $join(Lines.Name, ", ") }',
      'count | How many there are | { "name": $string($count(Lines.Name)) }',
    ]);
    expect(outcome('Lines.Price', 'amount', '{}')).toEqual([
      'Price has several values, and amount takes one. Which one should it be?',
      'first | The first Price | { "amount": (Lines.Price)[0] }',
      'last | The last Price | { "amount": (Lines.Price)[-1] }',
      'sum | Their sum | { "amount": $sum(Lines.Price) }',
      'min | The smallest | { "amount": $min(Lines.Price) }',
      'max | The largest | { "amount": $max(Lines.Price) }',
      'average | Their average | { "amount": $average(Lines.Price) }',
      'count | How many there are | { "amount": $count(Lines.Price) }',
    ]);
    expect(outcome('Lines.Day', 'closed', '{}')).toContain('min | The earliest | { "closed": $sort(Lines.Day)[0] }');
    expect(outcome('Lines', 'amount', '{}')).toEqual([
      'Lines has several values, and amount takes one. Which one should it be?',
      'count | How many there are | { "amount": $count(Lines) }',
    ]);
  });

  test('pairs fields of the same name when both ends have fields', () => {
    expect(outcome('Account', 'customer', '{}')).toEqual([
      'Account and customer both have fields of their own. How are they connected?',
      'pair | Field by field, with 2 of 3 fields of the same name (partial) | { "customer": {\n    "name": Account.Name,\n    "billingCity": Account.Billing_City__c\n  } }',
      'copy | As it is, with all its fields | { "customer": Account }',
    ]);
  });

  test('offers each item, and groups, when both ends are lists of objects', () => {
    expect(outcome('Lines', 'lines', '{}')).toEqual([
      'Lines and lines both have fields of their own. How are they connected?',
      'pair | Each item, with all 3 fields of the same name (complete) | { "lines": [Lines.{\n    "name": Name,\n    "phase": Phase,\n    "price": $string(Price)\n  }] }',
      'each | Each item, with fields that you map yourself | { "lines": [Lines.{}] }',
      'copy | As it is, with all its fields | { "lines": Lines }',
      'group Name | One item for each different Name | { "lines": [$map($distinct(Lines.Name), function($key) {(\n    $items := Lines[Name = $key];\n    { "name": $key }\n  )})] }',
      'group Phase | One item for each different Phase | { "lines": [$map($distinct(Lines.Phase), function($key) {(\n    $items := Lines[Phase = $key];\n    { "phase": $key }\n  )})] }',
      'group Day | One item for each different Day | { "lines": [$map($distinct(Lines.Day), function($key) {(\n    $items := Lines[Day = $key];\n    {}\n  )})] }',
    ]);
  });

  test('starts a text that is still empty', () => {
    expect(outcome('Name', 'name', '')).toBe('{\n  "name": Name\n}');
  });
});

describe('a line to a field that is set', () => {
  test('asks whether to replace, combine, fall back or add a condition', () => {
    expect(outcome('Name', 'name', '{ "name": Account.Name }')).toEqual([
      'name is already set. What should happen with Deal name?',
      'replace | Replace what is there with Deal name | { "name": Name }',
      'combine | Combine both into one text | { "name": Account.Name & " " & Name }',
      'first-filled | Use Deal name when what is there is empty | { "name": Account.Name ?: Name }',
      'condition | Keep what is there only if Deal name is filled | { "name": Name ? Account.Name }',
    ]);
  });

  test('keeps the meaning of what is there with brackets', () => {
    const written = '{ "name": IsWon ? "a" : "b" }';
    expect(outcome('Name', 'name', written)).toEqual(
      expect.arrayContaining([
        'combine | Combine both into one text | { "name": (IsWon ? "a" : "b") & " " & Name }',
        'first-filled | Use Deal name when what is there is empty | { "name": (IsWon ? "a" : "b") ?: Name }',
      ]),
    );
  });

  test('adds another alternative at the end', () => {
    expect(outcome('Name', 'name', '{ "name": Account.Name ?: Account.Rating }')).toContain(
      'first-filled | Use Deal name when what is there is empty | { "name": Account.Name ?: Account.Rating ?: Name }',
    );
  });

  test.each([
    ['Account.Name ?: Account.Rating', { Account: { Name: '', Rating: '' } }],
    ['Account.Name ?? Account.Rating', { Account: { Name: '', Rating: 'r' } }],
    [
      'Account.Name ?: Account.Rating ?? CurrencyIsoCode',
      { Account: { Name: '', Rating: '' }, CurrencyIsoCode: 'EUR' },
    ],
    ['Account.Name ?: IsWon ? Account.Rating : "b"', { IsWon: true, Account: { Name: '', Rating: '' } }],
    ['Account.Name ?: IsWon and Amount', { IsWon: false }],
  ])('falls back to the new source whenever %s is empty', (existing, deal) => {
    const written = `{ "name": ${existing} }`;
    const connection = draw('Name', 'name', written);
    const choices = connection.kind === 'choose' ? connection.choices : [];
    const edits = choices.find(({ key }) => key === 'first-filled')?.edits ?? [];
    const result = compileMapping(applyEdits(written, edits)).evaluate({ ...deal, Name: 'fallback' });
    expect(result).toEqual({ name: 'fallback' });
  });

  test('reads the item inside a list that is built per item', () => {
    expect(outcome('Lines.Phase', 'lines.name', '{ "lines": [Lines.{ "name": Name }] }')).toContain(
      'replace | Replace what is there with Phase | { "lines": [Lines.{ "name": Phase }] }',
    );
  });

  test('makes totals of the items of a group, and reads what they share', () => {
    const grouped =
      '{ "lines": [$map($distinct(Lines.Phase), function($key) {($items := Lines[Phase = $key]; { "name": 1 })})] }';
    expect(outcome('Lines.Phase', 'lines.phase', grouped)).toBe(
      grouped.replace('"name": 1', '"name": 1, "phase": $key'),
    );
    expect(outcome('Lines.Price', 'lines.price', grouped)).toContain(
      `sum | Their sum | ${grouped.replace('"name": 1', '"name": 1, "price": $string($sum($items.Price))')}`,
    );
  });

  test('adds the fields of equal names that an object does not have yet', () => {
    const written = '{ "lines": [Lines.{ "name": $trim(Name) /* ours */ }] }';
    expect(outcome('Lines', 'lines', written)).toContain(
      'pair-missing | Keep what is there and add 2 fields of the same name | { "lines": [Lines.{ "name": $trim(Name), "phase": Phase, "price": $string(Price) /* ours */ }] }',
    );
    expect(outcome('Account', 'customer', '{ "customer": { "name": Name } }')).toContain(
      'pair-missing | Keep what is there and add 1 field of the same name | { "customer": { "name": Name, "billingCity": Account.Billing_City__c } }',
    );
  });

  test('says so when a field around it is set as a whole', () => {
    expect(outcome('Name', 'customer.name', '{ "customer": Account }')).toEqual([
      'customer is set as a whole, so name has no place in it yet. What should happen?',
      'replace | Replace what is there with Deal name | { "customer": { "name": Name } }',
    ]);
  });
});

describe('a line that cannot be drawn', () => {
  test.each([
    ['Name', 'number', 'The system sets this field itself. It cannot be written.'],
    ['Name', 'customer', 'This field has fields of its own. Put the source on one of those.'],
    [
      'Account',
      'name',
      'The source has fields of its own, and this field takes a single value. Choose one of its fields.',
    ],
    [
      'Lines',
      'isWon',
      'The items of the source have fields of their own, and this field takes a single value. Choose one of their fields.',
    ],
    ['Name', 'lines', 'The items of this list have fields of their own. Put the source on one of those.'],
    ['IsWon', 'total', 'This field takes an amount of money. The source can never be one.'],
  ])('%s onto %s: %s', (source, target, reason) => {
    expect(outcome(source, target, '{}')).toBe(reason);
  });

  test('a text that builds no object has no place for a field', () => {
    expect(outcome('Name', 'name', 'Account.Name')).toBe(
      'The text does not build an object in which name has a place.',
    );
  });

  test('anything can go where the schema says nothing', () => {
    expect(refusalOf(sourceSchema, sourceSchema, {}, {})).toBeUndefined();
  });
});

describe('removing a line', () => {
  const without = (source: string, target: string, written: string) => {
    const result = disconnect(written, target.split('.'), source.split('.'));
    return 'reason' in result ? result.reason : applyEdits(written, result.edits);
  };

  test.each([
    ['Name', 'name', '{ "name": Name, "b": C }', '{ "b": C }'],
    ['Name', 'name', '{ "name": $uppercase(Name) }', '{ }'],
    ['Code', 'name', '{ "name": $valueMap("codes", Code, null), "b": C }', '{ "b": C }'],
    ['B', 'name', '{ "name": A & " " & B }', '{ "name": A }'],
    ['A', 'name', '{ "name": A & " " & B }', '{ "name": B }'],
    ['B', 'name', '{ "name": A & "-" & B & "-" & C }', '{ "name": A & "-" & C }'],
    ['A', 'name', '{ "name": "x" & A }', '{ }'],
    ['A', 'name', '{ "name": "Dear " & A & " " & B }', '{ "name": "Dear " & B }'],
    ['B', 'name', '{ "name": "Dear " & A & " " & B }', '{ "name": "Dear " & A }'],
    ['A', 'name', '{ "name": A ?: B }', '{ "name": B }'],
    ['B', 'name', '{ "name": A ?: B }', '{ "name": A }'],
    ['A', 'name', '{ "name": A ? A : B }', '{ "name": B }'],
    ['B', 'name', '{ "name": A ? A : B }', '{ "name": A ? A }'],
    ['C', 'name', '{ "name": C ? A }', '{ "name": A }'],
    ['A', 'name', '{ "name": $join([A, B], ", ") }', '{ "name": $join([B], ", ") }'],
    ['B', 'name', '{ "name": $join([A, /* b */ B], ", ") }', '{ "name": $join([A], ", ") }'],
    ['B', 'tags', '{ "tags": $append(A, B) }', '{ "tags": A }'],
    ['Lines.Name', 'lines.name', '{ "lines": [Lines.{ "name": Name, "b": 1 }] }', '{ "lines": [Lines.{ "b": 1 }] }'],
  ])('%s from %s in %s', (source, target, written, expected) => {
    expect(without(source, target, written).replaceAll(/\{\s*\}/g, '{ }')).toBe(expected);
  });

  test.each([
    [
      'A',
      'x',
      '{ "x": A + B }',
      'It is one side of “+”, and the other side makes no sense alone. Change it in the field editor or in the text, or remove the whole field.',
    ],
    [
      'C',
      'x',
      '{ "x": C = 1 ? A : B }',
      'It decides which value the field gets. Change it in the field editor or in the text, or remove the whole field.',
    ],
    [
      'C',
      'x',
      '{ "x": $money(A, C) }',
      'The function $money needs it. Change it in the field editor or in the text, or remove the whole field.',
    ],
    [
      'A',
      'x',
      '($a := A; { "x": $a })',
      'A reaches x through a variable or a list around it. Change that in the text.',
    ],
    ['A', 'y', '{ "x": A }', 'The text has no field y of its own. Change what builds it.'],
    ['B', 'x', '{ "x": A }', 'B does not feed x.'],
  ])('%s stays in %s of %s', (source, target, written, reason) => {
    expect(without(source, target, written)).toBe(reason);
  });
});

test('what the choices write gives what they say', () => {
  const deal = {
    Tags: ['a', 'b'],
    Lines: [
      { Name: 'Design', Phase: 'one', Price: 5, Day: '2026-02-01' },
      { Name: 'Build', Phase: 'two', Price: 7, Day: '2026-01-01' },
      { Name: 'Test', Phase: 'two', Price: 1, Day: '2026-03-01' },
    ],
  };
  const given = (source: string, target: string) => {
    const connection = draw(source, target, '{}');
    const choices = connection.kind === 'choose' ? connection.choices : [];
    const field = target.split('.')[0] ?? '';
    return Object.fromEntries(
      choices.map(({ key, edits }) => {
        const result = compileMapping(applyEdits('{}', edits)).evaluate(deal) as Record<string, unknown>;
        return [key, result[field]];
      }),
    );
  };
  expect(given('Lines.Price', 'amount')).toEqual({
    first: 5,
    last: 1,
    sum: 13,
    min: 1,
    max: 7,
    average: 13 / 3,
    count: 3,
  });
  expect(given('Lines.Name', 'name')).toEqual({
    first: 'Design',
    last: 'Test',
    join: 'Design, Build, Test',
    count: '3',
  });
  expect(given('Lines.Day', 'closed')).toMatchObject({ min: '2026-01-01', max: '2026-03-01' });
  expect(given('Lines', 'lines')).toMatchObject({
    pair: [
      { name: 'Design', phase: 'one', price: '5' },
      { name: 'Build', phase: 'two', price: '7' },
      { name: 'Test', phase: 'two', price: '1' },
    ],
    'group Phase': [{ phase: 'one' }, { phase: 'two' }],
  });
});
