import { expect, test } from 'vitest';
import { formulaCell } from './formula-cell.ts';
import { planImport, type KnownField } from './plan-import.ts';

const text = '{ /* Legal name. */ "name": Name, "city": BillingCity, "lines": Lines.{ "sku": Sku } }';
const field = (id: string, expression: string, note = ''): KnownField => ({
  id,
  path: id.split('.'),
  expression,
  note,
});
const fields = [
  field('name', 'Name', 'Legal name.'),
  field('city', 'BillingCity'),
  field('lines.sku', 'Sku'),
  field('country', ''),
];
const head = [
  'Target field',
  'Type',
  'Required',
  'In words',
  'Expression',
  'Sources',
  'On the sample',
  'Note',
  'Tests',
];
const row = (id: unknown, expression: unknown, note: unknown = null) => [id, '', '', '', expression, '', '', note, ''];
const plan = (...rows: readonly (readonly unknown[])[]) => planImport([head, ...rows], fields, text);

test('a sheet as it was exported changes nothing', () => {
  expect(plan(row('name', 'Name', 'Legal name.'), row('city', 'BillingCity\r\n'), row('country', null), [])).toEqual({
    changes: [],
    problems: [],
  });
});

test('changed expressions and notes are planned by cell, and written together', () => {
  expect(
    plan(
      row('name', 'Name', 'As on invoices.'),
      row('city', '', ''),
      row('lines.sku', '$uppercase(Sku)'),
      row('country', '"GB"'),
    ),
  ).toEqual({
    changes: [
      { cell: 'H2', field: 'name', part: 'note', before: 'Legal name.', after: 'As on invoices.' },
      { cell: 'E3', field: 'city', part: 'expression', before: 'BillingCity', after: '' },
      { cell: 'E4', field: 'lines.sku', part: 'expression', before: 'Sku', after: '$uppercase(Sku)' },
      { cell: 'E5', field: 'country', part: 'expression', before: '', after: '"GB"' },
    ],
    problems: [],
    text: '{ /* As on invoices. */ "name": Name, "lines": Lines.{ "sku": $uppercase(Sku) }, "country": "GB" }',
  });
});

test('a field that is removed takes its note with it, which is planned as well', () => {
  expect(plan(row('name', '', 'Legal name.'))).toEqual({
    changes: [
      { cell: 'E2', field: 'name', part: 'expression', before: 'Name', after: '' },
      { cell: 'H2', field: 'name', part: 'note', before: 'Legal name.', after: '' },
    ],
    problems: [],
    text: '{ "city": BillingCity, "lines": Lines.{ "sku": Sku } }',
  });
});

test('columns are found by their titles, in any order, and a missing one changes nothing', () => {
  const found = planImport(
    [
      ['Note', 'target field'],
      ['Where it is.', 'city'],
      ['', ''],
    ],
    fields,
    text,
  );
  expect(found.changes).toEqual([{ cell: 'A2', field: 'city', part: 'note', before: '', after: 'Where it is.' }]);
  expect(found.text).toContain('/* Where it is. */ "city": BillingCity');
});

test('whatever cannot be imported is named by its cell, and nothing else is imported', () => {
  const found = plan(
    row('name', '$uppercase(Name)', 'Legal name.'),
    row('town', 'BillingCity'),
    row('name', 'Other'),
    row('', 'Lost'),
    row('city', new Date(0)),
    row('country', '"GB'),
  );
  expect(found.problems).toEqual([
    { cell: 'A3', message: 'The target has no field “town”. Correct the name, or remove the row.' },
    { cell: 'A4', message: '“name” is in row 2 already. Keep one of the two rows.' },
    { cell: 'A5', message: 'The name of the target field is missing.' },
    { cell: 'E6', message: 'The cell holds a date. Format it as text, and write what the field is to say.' },
    { cell: 'E7', message: 'This text has no closing quote.' },
  ]);
  expect(found.text).toBeUndefined();
});

test('an expression that cannot be parsed, and a note without a field, are named by their cells', () => {
  const broken = plan(row('name', 'Name', 'Legal name.'), row('city', '$uppercase(BillingCity'));
  expect([broken.problems.map(({ cell }) => cell), broken.text]).toEqual([['E3'], undefined]);
  const lost = plan(row('country', '', 'Where?'));
  expect([lost.problems, lost.text]).toEqual([
    [{ cell: 'H2', message: 'The mapping does not set country, so there is no place for a note.' }],
    undefined,
  ]);
});

test('numbers and booleans of a spreadsheet are expressions', () => {
  expect(plan(row('city', 12), row('country', true)).text).toBe(
    '{ /* Legal name. */ "name": Name, "city": 12, "lines": Lines.{ "sku": Sku }, "country": true }',
  );
});

test('a sheet without the titles is refused, and a title that is there twice is named', () => {
  const message =
    'The first row has to have the title “Target field” and “Expression” or “Note”. Start from an exported sheet.';
  expect(planImport([['Field', 'Expression']], fields, text).problems).toEqual([{ message }]);
  expect(planImport([], fields, text).problems).toEqual([{ message }]);
  expect(planImport([['Target field', 'Note', 'note']], fields, text).problems).toEqual([
    { cell: 'C1', message: 'The column “Note” is there twice.' },
  ]);
});

test('a formula, or what a failed one leaves in a csv file, changes nothing and is named by its cell', () => {
  const found = plan(
    row('name', formulaCell, formulaCell),
    row('city', '#NAME?', '#REF!'),
    row(formulaCell, 'Name'),
    row('country', null),
  );
  const how = 'Format it as text, and write what the field is to say.';
  expect(found).toEqual({
    changes: [],
    problems: [
      { cell: 'E2', message: `The cell holds a formula. ${how}` },
      { cell: 'H2', message: `The cell holds a formula. ${how}` },
      { cell: 'E3', message: `The cell holds #NAME?, which is a formula that failed. ${how}` },
      { cell: 'H3', message: `The cell holds #REF!, which is a formula that failed. ${how}` },
      { cell: 'A4', message: 'The cell holds a formula. Write the name of the target field.' },
    ],
  });
});

test('an apostrophe of csv is removed, and one with which an expression begins is not', () => {
  const csv = (id: string, before: string, cell: string, note = '') =>
    planImport([head, row(id, cell, note)], [field(id, before)], '{ "code": 1, "-id": 2 }', true).changes.map(
      ({ after }) => after,
    );
  expect([
    csv('code', "'-' & Code", "''-' & Code"),
    csv('code', "'-' & Code", "'-' & Code"),
    csv('code', 'Code', "'-' & Code"),
    csv('code', 'Code', "''-' & Code"),
    csv('code', '-Amount', "'-Amount"),
    csv('code', '1', "'-Amount", "'- as agreed"),
    csv('-id', '1', '2'),
  ]).toEqual([[], [], ["'-' & Code"], ["'-' & Code"], [], ['-Amount', '- as agreed'], ['2']]);
  expect(planImport([head, row("'-id", '3')], [field('-id', '2')], '{ "-id": 2 }', true).text).toBe('{ "-id": 3 }');
});
