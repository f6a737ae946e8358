import { describe, expect, test } from 'vitest';
import { RandomForms, seededNumbers } from '../../../testing/mapping/random-form.ts';
import { templates } from '../../templates/registry.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { editField } from './edit-field.ts';
import type { FieldForm, FieldFormKind, FormOf } from './field-form.ts';
import { outlineEntries, readOutline } from './outline.ts';
import { readExpressionForm, readField } from './read-field.ts';
import { sentenceOf } from './sentence-of.ts';
import { writeField } from './write-field.ts';

const shipped = templates.flatMap(({ definitions }) =>
  definitions.flatMap((definition) =>
    definition.kind === 'mapping' ? [[definition.key, definition.document.text] as const] : [],
  ),
);
const fieldsIn = (text: string) =>
  outlineEntries(readOutline(text).object).flatMap(({ path }) => {
    const form = readField(text, path);
    return form === undefined ? [] : [{ path, form }];
  });

describe.each(shipped)('the shipped mapping %s', (_key, text) => {
  test('has a form for every field, which says the same when it is written and read again', () => {
    const fields = fieldsIn(text);
    expect(fields.length).toBeGreaterThan(0);
    for (const { form } of fields) expect(readExpressionForm(writeField(form))).toEqual(form);
  });

  test('stays as it is, byte for byte, when a form is written back unchanged', () => {
    for (const { path, form } of fieldsIn(text)) expect(editField(text, path, form)).toMatchObject({ edits: [] });
  });
});

test('only what a text calculates in its own functions stays text in the shipped mappings', () => {
  const texts = shipped.flatMap(([key, text]) =>
    fieldsIn(text).flatMap(({ path, form }) =>
      form.kind === 'text' ? [`${key} ${path.join('.')}: ${form.text}`] : [],
    ),
  );
  expect(texts).toEqual(['salesforce-opportunity-to-contract lines.kind: $kind($line)']);
});

test('every form that can be drawn is the same when it is written and read again', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const form = new RandomForms(seededNumbers(seed)).form(3);
    const expression = writeField(form);
    expect({ expression, errors: parseMapping(expression).errors }).toEqual({ expression, errors: [] });
    expect({ seed, expression, form: readExpressionForm(expression) }).toEqual({ seed, expression, form });
  }
});

test('a field becomes what its new form says, and nothing around it changes', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const forms = new RandomForms(seededNumbers(seed));
    const [before, after] = [forms.form(2), forms.form(2)];
    const [start, end] = ['{ "a": 1, /* first */ "x": ', ' /* last */, "b": [ 2 ] }'];
    const text = `${start}${writeField(before)}${end}`;
    const edit = editField(text, ['x'], after);
    const written = 'edits' in edit ? applyEdits(text, edit.edits) : edit.reason;
    expect({ seed, text, written, form: readField(written, ['x']) }).toEqual({ seed, text, written, form: after });
    expect(written.startsWith(start) && written.endsWith(end)).toBe(true);
  }
});

const changed = (text: string, form: (before: FieldForm) => FieldForm) => {
  const whole = `{ "x": ${text} }`;
  const before = readField(whole, ['x']);
  const edit = before && editField(whole, ['x'], form(before));
  return edit !== undefined && 'edits' in edit ? applyEdits(whole, edit.edits).slice(7, -2) : edit?.reason;
};
const as = <Kind extends FieldFormKind>(form: FieldForm, kind: Kind): FormOf<Kind> => {
  if (form.kind !== kind) throw new Error(`It is ${form.kind}, not ${kind}.`);
  return form as FormOf<Kind>;
};
const gb: FieldForm = { kind: 'constant', value: 'GB' };

describe('a change of one part leaves layout and comments of the others', () => {
  test.each<[string, string, (form: FieldForm) => FieldForm, string]>([
    [
      'the default of a value map',
      '$valueMap( "terms" /* theirs */, Code, "30" )',
      (form) => ({ ...as(form, 'value-map'), otherwise: gb }),
      '$valueMap( "terms" /* theirs */, Code, "GB" )',
    ],
    [
      'a new default of a value map',
      '$valueMap( "terms",  Code )',
      (form) => ({ ...as(form, 'value-map'), otherwise: gb }),
      '$valueMap( "terms",  Code, "GB" )',
    ],
    [
      'a part of a template',
      'A /* one */ & " "\n  & B /* two */',
      (form) => ({ ...as(form, 'template'), parts: as(form, 'template').parts.toSpliced(1, 1, gb) }),
      'A /* one */ & "GB"\n  & B /* two */',
    ],
    [
      'one more part of a template',
      'A /* one */ & B',
      (form) => ({ ...as(form, 'template'), parts: [...as(form, 'template').parts, gb] }),
      'A /* one */ & B & "GB"',
    ],
    [
      'the value of one case',
      'Kind = "a" /* usual */ ? 1\n  : Kind = "b" ? 2 /* rare */\n  : 3',
      (form) => {
        const { cases, ...rest } = as(form, 'condition');
        return { ...rest, cases: cases.map((each, index) => (index === 1 ? { ...each, value: gb } : each)) };
      },
      'Kind = "a" /* usual */ ? 1\n  : Kind = "b" ? "GB" /* rare */\n  : 3',
    ],
    [
      'a case less',
      'Kind = "a" /* usual */ ? 1\n  : Kind = "b" ? 2 /* rare */\n  : 3',
      (form) => ({ ...as(form, 'condition'), cases: as(form, 'condition').cases.slice(1) }),
      'Kind = "b" ? 2 /* rare */\n  : 3',
    ],
    [
      'the notation of a default stays',
      'A ? A : /* else */ B',
      (form) => ({ ...as(form, 'first-filled'), alternatives: [...as(form, 'first-filled').alternatives, gb] }),
      'A ? A : /* else */ B ? B : "GB"',
    ],
    [
      'the order of a list',
      '[Lines[Quantity > 0]^(Name).{ "a": 1 /* one */ }]',
      (form) => ({
        ...as(form, 'list'),
        order: [{ by: { kind: 'source', path: [{ name: 'Price' }] }, isDescending: true }],
      }),
      '[Lines[Quantity > 0]^(>Price).{ "a": 1 /* one */ }]',
    ],
    [
      'the filter of a list',
      '[Lines.{ "a": 1 /* one */ }]',
      (form) => ({
        ...as(form, 'list'),
        from: {
          kind: 'source',
          path: [
            {
              name: 'Lines',
              only: {
                match: 'all',
                rows: [
                  {
                    kind: 'comparison',
                    left: { kind: 'source', path: [{ name: 'Quantity' }] },
                    operator: 'more',
                    right: { kind: 'constant', value: 0 },
                  },
                ],
              },
            },
          ],
        },
      }),
      '[Lines[Quantity > 0].{ "a": 1 /* one */ }]',
    ],
  ])('%s', (_name, text, change, expected) => {
    expect(changed(text, change)).toBe(expected);
  });
});

test.each([
  ['Id', 'Id.'],
  ['"GB"', '“GB”.'],
  ['Country ? "GB" : Land', '“GB” if Country is filled, otherwise Land.'],
  ['$not(Country) ? "GB" : Land', '“GB” if Country is empty, otherwise Land.'],
  ['$uppercase(Account.Name)', 'Name of Account, in capitals.'],
  ['A ?: B ?: "x"', 'A, or if that is empty B, or if that is empty “x”.'],
  ['A ?? B', 'A, or if that is missing B.'],
  ['"Contract " & Id', 'The text “Contract ” + Id.'],
  ['Kind = "a" and Amount > 5', 'Yes if Kind is “a” and Amount is more than 5, otherwise no.'],
  ['$valueMap("terms", Code, null)', 'The entry for Code in the value map “terms”, or nothing (null) if it has none.'],
  ['$date(Closed, "Europe/Berlin")', 'Closed as a date in the time zone Europe/Berlin.'],
  ['$dateFormat(Closed, "dd.MM.yyyy")', 'Closed written as dd.MM.yyyy.'],
  ['$money(Amount, "EUR")', 'Amount as money in “EUR”.'],
  ['$decimal(Quantity)', 'Quantity as a decimal text.'],
  ['$sum(Lines.Price)', 'The sum of Price of Lines.'],
  ['$join(Tags, ", ")', 'Tags joined by “, ”.'],
  ['Contacts[isPrimary][0].Email', 'Email of the first Contacts where isPrimary is yes.'],
  [
    '[Lines[Quantity > 0]^(>Price).{ "a": A }]',
    'For each of Lines where Quantity is more than 0, ordered by Price from high to low, an item with fields of its own.',
  ],
  ['Lines{Phase: $sum(Price)}', 'For each different Phase of Lines, the sum of Price.'],
  ['[A, B]', 'A list of A, B.'],
  ['Quantity * 8', 'Quantity times 8.'],
  ['{ "a": 1 }', 'An object with fields of its own.'],
  ['$rate(Code)', 'What the text calculates: $rate(Code). It calls $rate in a way that only the text shows.'],
])('%s says: %s', (expression, sentence) => {
  expect(sentenceOf(readExpressionForm(expression))).toBe(sentence);
});

describe('a field in a list or an object that the text does not build yet', () => {
  const text = { type: 'string' } as const;
  const item = { type: 'object', properties: { id: text, kind: text } } as const;
  const shapes = {
    sourceSchema: { type: 'object', properties: { Name: text, Lines: { type: 'array', items: item } } },
    targetSchema: { type: 'object', properties: { lines: { type: 'array', items: item }, owner: item } },
  } as const;
  test.each([
    ['lines.kind', '"role"', '{ "lines": [{ "kind": "role" }] }'],
    ['lines.kind', '$uppercase(Name)', '{ "lines": [{ "kind": $uppercase(Name) }] }'],
    ['lines.id', 'Name', '{ "lines": [{ "id": Name }] }'],
    ['lines.id', 'Lines.id', '{ "lines": [Lines.{ "id": id }] }'],
    ['owner.id', 'Name', '{ "owner": { "id": Name } }'],
  ])('%s as %s builds it', (target, expression, expected) => {
    const edit = editField('{ }', target.split('.'), readExpressionForm(expression), shapes);
    expect('edits' in edit ? applyEdits('{ }', edit.edits) : edit.reason).toBe(expected);
  });
});

test('whether a value is filled is a yes or a no, and not the value', () => {
  const value = readExpressionForm('Amount');
  const form = { kind: 'check', test: { match: 'all', rows: [{ kind: 'state', value, state: 'filled' }] } } as const;
  expect(writeField(form)).toBe('$boolean(Amount)');
});
