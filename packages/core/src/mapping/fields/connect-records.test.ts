import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { compileMapping } from '../compile-mapping.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { connect } from './connect.ts';

const text: JsonSchema = { type: 'string' };
const object = (properties: Record<string, JsonSchema>): JsonSchema => ({ type: 'object', properties });
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

const sourceSchema = object({
  Name: { ...text, title: 'Deal name' },
  IsWon: { type: 'boolean' },
  CurrencyIsoCode: text,
  Account: object({ Rating: text }),
  Lines: list(object({ Name: text })),
});
const targetSchema = object({
  customer: object({ name: text }),
  lines: list(object({ name: text, phase: text })),
  tags: list(text),
});

/** The refusal, or the question with each choice and the text that it gives. */
const outcome = (source: string, target: string, written: string) => {
  const ends = { source: source.split('.'), target: target.split('.') };
  const connection = connect({ text: written, ...ends, sourceSchema, targetSchema });
  if (connection.kind === 'refused') return connection.reason;
  if (connection.kind === 'connected') return applyEdits(written, connection.edits);
  return [
    connection.question,
    ...connection.choices.map(({ key, label, edits }) => `${key} | ${label} | ${applyEdits(written, edits)}`),
  ];
};

describe('a line from a list that is joined', () => {
  const joined = object({
    deal: object({ roles: list(object({ ContactId: text, Role: text, IsMain: { type: 'boolean' } })) }),
    contacts: list(object({ Id: text, Email: text })),
  });
  const person = object({
    email: text,
    people: list(object({ id: text, role: text, isMain: { type: 'boolean' } })),
  });
  const deal = {
    deal: {
      roles: [
        { ContactId: 'c1', Role: 'Buyer', IsMain: false },
        { ContactId: 'c2', Role: 'Payer', IsMain: true },
      ],
    },
    contacts: [
      { Id: 'c2', Email: 'two@firm.example' },
      { Id: 'c1', Email: 'one@firm.example' },
      { Id: 'c3', Email: 'three@firm.example' },
    ],
  };
  const choicesOf = (source: string, target: string, written: string) => {
    const connection = connect({
      text: written,
      source: source.split('.'),
      target: target.split('.'),
      sourceSchema: joined,
      targetSchema: person,
      samples: [deal],
    });
    return connection.kind === 'choose' ? connection.choices : [];
  };
  const evaluated = (written: string, choice: ReturnType<typeof choicesOf>[number] | undefined): unknown =>
    compileMapping(applyEdits(written, choice?.edits ?? [])).evaluate(deal);

  test('reads the record that names the item, and a yes that is not found is a no', () => {
    const people = '{ "people": [contacts.{ "id": Id }] }';
    const [role] = choicesOf('deal.roles.Role', 'people.role', people);
    expect([role?.key, role?.label]).toEqual(['joined', 'The one whose ContactId is the Id of this item']);
    expect(evaluated(people, role)).toEqual({
      people: [{ id: 'c2', role: 'Payer' }, { id: 'c1', role: 'Buyer' }, { id: 'c3' }],
    });
    expect(evaluated(people, choicesOf('deal.roles.IsMain', 'people.isMain', people)[0])).toEqual({
      people: [
        { id: 'c2', isMain: true },
        { id: 'c1', isMain: false },
        { id: 'c3', isMain: false },
      ],
    });
  });

  test('reads it through the variable of the item, if the list has one', () => {
    const people = '{ "people": [$map(contacts, function($c) {{ "id": $c.Id }})] }';
    const [role] = choicesOf('deal.roles.Role', 'people.role', people);
    expect(applyEdits(people, role?.edits ?? [])).toContain('"role": deal.roles[ContactId = $c.Id][0].Role');
  });

  test('takes the one item that another list names, by what that list says about it', () => {
    const choices = choicesOf('contacts.Email', 'email', '{}').filter(({ key }) => key.startsWith('pick'));
    expect(choices.map((choice) => [choice.label, evaluated('{}', choice)])).toEqual([
      ['The one that an item of roles names where Role is “Buyer”', { email: 'one@firm.example' }],
      ['The one that an item of roles names where Role is “Payer”', { email: 'two@firm.example' }],
      ['The one that an item of roles names where IsMain is yes', { email: 'two@firm.example' }],
    ]);
  });

  test('falls back to such an item when what is there is empty', () => {
    const written = '{ "email": deal.email }';
    const fallback = choicesOf('contacts.Email', 'email', written).find(
      ({ key }) => key === 'first-filled pick deal.roles IsMain',
    );
    expect(fallback?.label).toBe(
      'Use the one that an item of roles names where IsMain is yes when what is there is empty',
    );
    expect(evaluated(written, fallback)).toEqual({ email: 'two@firm.example' });
  });
});

describe('a single value on a list or an object that the text builds once', () => {
  test('decides whether that is there, by an insertion', () => {
    expect(outcome('Name', 'customer', '{ "customer": { "name": Name /* ours */ } }')).toEqual([
      'customer has fields of its own. What should Deal name decide?',
      'condition | Keep customer only if Deal name is filled | { "customer": Name ? { "name": Name /* ours */ } }',
    ]);
    expect(outcome('IsWon', 'lines', '{ "lines": [Name ? { "name": Name }] }')).toEqual([
      'lines has fields of its own. What should IsWon decide?',
      'condition | Keep this item of lines only if IsWon is yes | { "lines": [IsWon ? Name ? { "name": Name }] }',
    ]);
  });

  test.each(['{ "lines": [Lines.{ "name": Name }] }', '{ "lines": $sort(Lines).{ "name": Name } }'])(
    'decides nothing about the items of %s',
    (written) => {
      expect(outcome('Name', 'lines', written)).toBe(
        'The items of this list have fields of their own. Put the source on one of those.',
      );
    },
  );

  test('can make an item of its own, like the one that is there', () => {
    const written = '{ "lines": [Name ? { "name": Name, "phase": $uppercase(Name) }] }';
    expect(outcome('CurrencyIsoCode', 'lines.name', written)).toContain(
      'another-item | Add an item like this one to lines, with CurrencyIsoCode instead | { "lines": [Name ? { "name": Name, "phase": $uppercase(Name) }, $$.CurrencyIsoCode ? { "name": $$.CurrencyIsoCode, "phase": $uppercase($$.CurrencyIsoCode) }] }',
    );
  });
});

test('a list of one value can leave out what another field has already', () => {
  expect(outcome('Account.Rating', 'tags', '{ "tags": [Name] }')).toContain(
    'differing | Keep what is there only if both are filled and it differs from Rating | { "tags": Name and Account.Rating and Name != Account.Rating ? [Name] }',
  );
});
