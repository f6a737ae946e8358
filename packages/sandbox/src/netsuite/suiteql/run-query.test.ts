import { describe, expect, test } from 'vitest';
import { runQuery } from './run-query.ts';
import { SuiteqlError } from './suiteql-error.ts';
import type { Table, TableRow } from './table.ts';

const people: Table = {
  name: 'employee',
  columns: ['id', 'name', 'boss', 'hired', 'isinactive', 'pay'],
  rows: () => [
    person(1, 'Ada', null, '2020-03-01', 120),
    person(2, 'Bo', 1, '2021-07-15', 90),
    person(3, 'Cy', 1, '2024-01-31', null),
    person(4, "D'Arcy", 2, '2024-12-01', 90),
  ],
};
const cities: Table = {
  name: 'location',
  columns: ['person', 'city'],
  rows: () => [
    { person: { value: 1 }, city: { value: 'York', display: 'York, GB' } },
    { person: { value: 3 }, city: { value: 'Bonn', display: 'Bonn, DE' } },
  ],
};

function person(id: number, name: string, boss: number | null, hired: string, pay: number | null): TableRow {
  return {
    id: { value: id },
    name: { value: name },
    boss: boss === null ? { value: null } : { value: boss, display: boss === 1 ? 'Ada' : 'Bo' },
    hired: { value: new Date(`${hired}T10:20:30Z`) },
    isinactive: { value: id === 4 ? 'T' : 'F', display: id === 4 ? 'Yes' : 'No' },
    pay: { value: pay },
  };
}

const tables = new Map([people, cities].map((each) => [each.name, each]));

function rows(text: string, parameters: readonly (string | number)[] = []) {
  return runQuery({ text, parameters, findTable: (name) => tables.get(name), now: new Date('2026-11-23') }).rows;
}

describe('select', () => {
  test.each([
    [
      'columns are lower case, values are texts, nulls are absent',
      'SELECT Id, NAME, boss FROM Employee WHERE id = 1',
      [{ id: '1', name: 'Ada' }],
    ],
    [
      'a star shows every column, dates in the account format',
      'SELECT * FROM employee WHERE id = 2',
      [{ id: '2', name: 'Bo', boss: '1', hired: '15/07/2021', isinactive: 'F', pay: '90' }],
    ],
    [
      'aliases and unnamed expressions',
      'SELECT pay * 2 AS doubled, pay + 1, name || $suffix$ FROM employee WHERE id = 2',
      [{ doubled: '180', expr1: '91', expr2: 'Bo!' }],
    ],
    [
      'the display of a reference and of a flag',
      'SELECT BUILTIN.DF(boss) AS boss, BUILTIN.DF(isinactive) i FROM employee WHERE id = 4',
      [{ boss: 'Bo', i: 'Yes' }],
    ],
    [
      'distinct rows',
      'SELECT DISTINCT pay FROM employee WHERE pay IS NOT NULL ORDER BY pay',
      [{ pay: '90' }, { pay: '120' }],
    ],
    [
      'a case',
      "SELECT CASE WHEN pay > 100 THEN 'high' WHEN pay IS NULL THEN 'none' ELSE 'low' END AS level FROM employee ORDER BY id",
      [{ level: 'high' }, { level: 'low' }, { level: 'none' }, { level: 'low' }],
    ],
    [
      'instants by a format of one’s own',
      `SELECT TO_CHAR(hired, 'YYYY-MM-DD"T"HH24:MI:SS') AS at FROM employee WHERE id = 1`,
      [{ at: '2020-03-01T10:20:30' }],
    ],
    ['parameters', 'SELECT name FROM employee WHERE id = ? AND name = ?', [{ name: 'Cy' }]],
  ])('%s', (_title, text, expected) => {
    expect(rows(text.replace('$suffix$', "'!'"), [3, 'Cy'])).toEqual(expected);
  });
});

describe('where', () => {
  test.each([
    ["name = 'D''Arcy'", ['4']],
    ["id <> 1 AND (pay = 90 OR name LIKE 'C%')", ['2', '3', '4']],
    ['pay <> 90', ['1']],
    ['NOT (pay = 90)', ['1']],
    ['pay IS NULL', ['3']],
    ["id IN (1, '3')", ['1', '3']],
    ['id NOT IN (1, 3)', ['2', '4']],
    ['id BETWEEN 2 AND 3', ['2', '3']],
    ["name LIKE '_o'", ['2']],
    ["hired >= TO_DATE('2024-01-01', 'YYYY-MM-DD')", ['3', '4']],
    ["hired > '15/07/2021'", ['2', '3', '4']],
    [`hired >= TO_TIMESTAMP('2024-01-31T10:20:31', 'YYYY-MM-DD"T"HH24:MI:SS')`, ['4']],
    ["isinactive = 'T'", ['4']],
    ["UPPER(name) = 'ADA'", ['1']],
    ['ROWNUM <= 2', ['1', '2']],
    ['NVL(pay, 0) = 0', ['3']],
  ])('%s', (condition, expected) => {
    expect(rows(`SELECT id FROM employee WHERE ${condition}`).map((row) => row['id'])).toEqual(expected);
  });
});

describe('joining, grouping and sorting', () => {
  test('an inner join keeps the pairs, and a left join keeps every row of the first table', () => {
    const select = 'SELECT e.id, BUILTIN.DF(l.city) AS city FROM employee e';
    expect(rows(`${select} JOIN location l ON l.person = e.id ORDER BY e.id`)).toEqual([
      { id: '1', city: 'York, GB' },
      { id: '3', city: 'Bonn, DE' },
    ]);
    expect(rows(`${select} LEFT JOIN location l ON l.person = e.id WHERE e.id < 3 ORDER BY e.id`)).toEqual([
      { id: '1', city: 'York, GB' },
      { id: '2' },
    ]);
  });

  test('a table can be joined with itself', () => {
    const text =
      'SELECT e.name, b.name AS boss FROM employee e INNER JOIN employee b ON b.id = e.boss ORDER BY e.id DESC';
    expect(rows(text)).toEqual([
      { name: "D'Arcy", boss: 'Bo' },
      { name: 'Cy', boss: 'Ada' },
      { name: 'Bo', boss: 'Ada' },
    ]);
  });

  test('counts, sums and groups', () => {
    expect(rows('SELECT COUNT(*) AS n, SUM(pay) AS total, MAX(hired) AS last FROM employee')).toEqual([
      { n: '4', total: '300', last: '01/12/2024' },
    ]);
    expect(rows('SELECT COUNT(*) FROM employee WHERE id > 9')).toEqual([{ expr1: '0' }]);
    expect(rows('SELECT pay, COUNT(id) AS n FROM employee GROUP BY pay HAVING COUNT(id) > 1')).toEqual([
      { pay: '90', n: '2' },
    ]);
  });

  test('nulls are last ascending and first descending, ties keep their order, and rows can be limited', () => {
    const names = (order: string): (string | undefined)[] =>
      rows(`SELECT name FROM employee ORDER BY ${order}`).map((row) => row['name']);
    expect(names('pay')).toEqual(['Bo', "D'Arcy", 'Ada', 'Cy']);
    expect(names('pay DESC, name DESC')).toEqual(['Cy', 'Ada', "D'Arcy", 'Bo']);
    expect(names('pay NULLS FIRST, id DESC FETCH FIRST 2 ROWS ONLY')).toEqual(['Cy', "D'Arcy"]);
    expect(names('1 DESC FETCH NEXT 1 ROW ONLY')).toEqual(["D'Arcy"]);
  });
});

describe('refusals carry the wording of the vendor', () => {
  const prefix = 'Invalid search query. Detailed unprocessed description follows.';
  const unsupported = `${prefix} Search error occurred: Invalid or unsupported search.`;
  test.each([
    ['SELECT id FROM salesorder', `${prefix} Invalid search type: salesorder.`],
    [
      'SELECT foo FROM employee e',
      `${prefix} Search error occurred: Unknown identifier 'foo'. Available identifiers are: {e=employee}`,
    ],
    [
      'SELECT e.foo FROM employee e',
      `${prefix} Search error occurred: Field 'foo' for record 'employee' was not found. Reason: REMOVED - Field is removed.`,
    ],
    [
      'SELECT x.id FROM employee e',
      `${prefix} Search error occurred: Unknown identifier 'x.id'. Available identifiers are: {e=employee}`,
    ],
    [
      'SELECT id FROM employee LIMIT 5',
      `${unsupported} [sandbox: LIMIT; use FETCH FIRST n ROWS ONLY or the limit parameter]`,
    ],
    ['SELECT id FROM employee, location', `${unsupported} [sandbox: comma joins; use JOIN … ON]`],
    ['SELECT id FROM employee WHERE id IN (SELECT person FROM location)', `${unsupported} [sandbox: sub-query at 37]`],
    ['SELECT RANK() OVER (ORDER BY id) FROM employee', `${unsupported} [sandbox: expected FROM but found "(" at 19]`],
    [
      'SELECT id FROM employee UNION SELECT id FROM employee',
      `${unsupported} [sandbox: expected the end of the query but found "UNION" at 24]`,
    ],
    ['UPDATE employee SET id = 1', `${unsupported} [sandbox: expected SELECT but found "UPDATE" at 0]`],
    ['SELECT LISTAGG(name) FROM employee', `${unsupported} [sandbox: function LISTAGG]`],
    ["SELECT id FROM employee WHERE id = 'x'", `${unsupported} [sandbox: x is not a number (ORA-01722)]`],
    [
      "SELECT id FROM employee WHERE hired = '2024-01-31'",
      `${unsupported} [sandbox: "2024-01-31" is not a date in the format DD/MM/YYYY]`,
    ],
    [
      "SELECT id FROM employee WHERE hired = TO_DATE('31/02/2024', 'DD/MM/YYYY')",
      `${unsupported} [sandbox: "31/02/2024" is not a day of the calendar]`,
    ],
    ['SELECT id FROM employee WHERE name', `${unsupported} [sandbox: a value where a condition is expected]`],
    ['SELECT id; FROM employee', `${unsupported} [sandbox: unexpected character ";" at 9]`],
  ])('%s', (text, detail) => {
    expect(() => rows(text)).toThrow(new SuiteqlError(detail));
  });
});
