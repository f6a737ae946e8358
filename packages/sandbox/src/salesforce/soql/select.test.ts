import { expect, test } from 'vitest';
import { accountIds, countOf, namesOf, refusalOf, select } from './test-query.ts';

const url = (type: string, id: unknown): object => ({
  type,
  url: `/services/data/v66.0/sobjects/${type}/${String(id)}`,
});

test('answers fields in the order and spelling of the catalogue, parents nested, with attributes', () => {
  const [record] = select(
    "SELECT name, account.name, ACCOUNT.Parent.Name, CreatedDate, Amount FROM opportunity WHERE Name = 'Alpha'",
  );
  const [id] = select("SELECT Id FROM Opportunity WHERE Name = 'Alpha'");
  expect(record).toEqual({
    attributes: url('Opportunity', id?.['Id']),
    Name: 'Alpha',
    Account: { attributes: url('Account', accountIds[0]), Name: 'Alder Ltd', Parent: null },
    CreatedDate: '2026-11-18T10:30:00.000+0000',
    Amount: 100.5,
  });
  expect(Object.keys(record ?? {})).toEqual(['attributes', 'Name', 'Account', 'CreatedDate', 'Amount']);
});

test('a missing parent is null', () => {
  expect(select("SELECT Account.Name FROM Opportunity WHERE Name = 'Delta'")).toEqual([
    { attributes: expect.anything() as unknown, Account: null },
  ]);
});

test('a child subquery nests a result per record, and gives null where there is none', () => {
  const rows = select(
    'SELECT Name, (SELECT Name FROM Opportunities WHERE Amount > 0 ORDER BY Name DESC LIMIT 1) FROM Account ORDER BY Name',
  );
  expect(rows.map(({ Name, Opportunities }) => [Name, Opportunities])).toEqual([
    ['Alder Ltd', { totalSize: 1, done: true, records: [{ attributes: expect.anything() as unknown, Name: 'Beta' }] }],
    ['birch AG', null],
    ['Cedar_100%', null],
  ]);
});

test('alias and object name may stand before a field', () => {
  expect(namesOf("SELECT o.Name FROM Opportunity o WHERE o.Account.Name LIKE 'Alder%' ORDER BY o.Name")).toEqual([
    'Alpha',
    'Beta',
  ]);
  expect(namesOf('SELECT Opportunity.Name FROM Opportunity LIMIT 1')).toEqual(['Alpha']);
});

test('orders by several fields, nulls first unless asked otherwise', () => {
  expect([
    namesOf('SELECT Name FROM Opportunity ORDER BY Amount, Name DESC'),
    namesOf('SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS LAST, Name ASC'),
    namesOf('SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS FIRST, CloseDate'),
    namesOf('SELECT Name FROM Account ORDER BY Name DESC'),
  ]).toEqual([
    ['Gamma', 'Delta', 'Beta', 'Alpha'],
    ['Alpha', 'Beta', 'Delta', 'Gamma'],
    ['Gamma', 'Alpha', 'Beta', 'Delta'],
    ['Cedar_100%', 'birch AG', 'Alder Ltd'],
  ]);
});

test('limit and offset cut the ordered result', () => {
  expect(namesOf('SELECT Name FROM Opportunity ORDER BY Name LIMIT 2 OFFSET 1')).toEqual(['Beta', 'Delta']);
});

test('rows can be counted, alone and by group', () => {
  expect(countOf('SELECT COUNT() FROM Opportunity WHERE Amount = 20')).toBe(2);
  expect(
    select('SELECT StageName, COUNT(Id), SUM(Amount) total, MAX(CloseDate) FROM Opportunity GROUP BY StageName'),
  ).toEqual([
    { attributes: { type: 'AggregateResult' }, StageName: 'Closed Won', expr0: 1, total: 100.5, expr1: '2026-11-18' },
    { attributes: { type: 'AggregateResult' }, StageName: 'Proposal', expr0: 2, total: 40, expr1: '2027-01-05' },
    { attributes: { type: 'AggregateResult' }, StageName: 'Closed Lost', expr0: 1, total: null, expr1: '2026-10-01' },
  ]);
  expect(select("SELECT COUNT(Id), COUNT_DISTINCT(StageName) FROM Opportunity WHERE Name = 'nobody'")).toEqual([
    { attributes: { type: 'AggregateResult' }, expr0: 0, expr1: 0 },
  ]);
});

const NO_COLUMN = (name: string, type: string): string =>
  `No such column '${name}' on entity '${type}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;

test.each([
  ['SELECT Nope FROM Account', ['INVALID_FIELD', 8, NO_COLUMN('Nope', 'Account')]],
  ['SELECT Account.Nope FROM Opportunity', ['INVALID_FIELD', 8, NO_COLUMN('Nope', 'Account')]],
  ['SELECT Id FROM Nope', ['INVALID_TYPE', 16, expect.stringContaining("sObject type 'Nope' is not supported.")]],
  [
    'SELECT Nope.Name FROM Account',
    ['INVALID_FIELD', 8, expect.stringContaining("Didn't understand relationship 'Nope' in field path.")],
  ],
  [
    'SELECT (SELECT Id FROM Nopes) FROM Account',
    ['INVALID_TYPE', 24, expect.stringContaining("relationship 'Nopes' in FROM part")],
  ],
  ['SELECT Id, Id FROM Account', ['MALFORMED_QUERY', 12, 'duplicate field selected: Id']],
  ['SELECT FROM Account', ['MALFORMED_QUERY', 13, "unexpected token: 'Account'"]],
  ['SELECT Id FROM Account LIMIT', ['MALFORMED_QUERY', 29, 'unexpected token: <EOF>']],
  ['SELECT Id FROM Account; ', ['MALFORMED_QUERY', 23, "unexpected token: ';'"]],
  ['SELECT * FROM Account', ['MALFORMED_QUERY', 8, "unexpected token: '*'"]],
  [
    'SELECT FIELDS(ALL) FROM Account LIMIT 1',
    ['MALFORMED_QUERY', 8, 'The function FIELDS is not supported by the sandbox'],
  ],
  ['SELECT Id FROM Account FOR UPDATE', ['MALFORMED_QUERY', 24, 'The clause FOR is not supported by the sandbox']],
  [
    'SELECT Id FROM Account WITH SECURITY_ENFORCED',
    ['MALFORMED_QUERY', 24, 'The clause WITH is not supported by the sandbox'],
  ],
  [
    'SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1',
    ['MALFORMED_QUERY', 51, 'The clause HAVING is not supported by the sandbox'],
  ],
  ['SELECT Name, COUNT(Id) FROM Account', ['MALFORMED_QUERY', 8, 'Field must be grouped or aggregated: Name']],
  [
    'SELECT Id FROM Account ORDER BY Description',
    ['INVALID_FIELD', 33, "field 'Description' can not be sorted in a query call"],
  ],
  ['SELECT Id FROM Account OFFSET 2001', ['NUMBER_OUTSIDE_VALID_RANGE', 16, 'Maximum SOQL offset allowed is 2000']],
] as const)('%s is refused', (source, refusal) => {
  expect(refusalOf(source)).toEqual(refusal);
});

test('a refusal shows the place as the platform does', () => {
  expect(() => select('SELECT Id, Nope FROM Account')).toThrow(
    '\nSELECT Id, Nope FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column',
  );
});
