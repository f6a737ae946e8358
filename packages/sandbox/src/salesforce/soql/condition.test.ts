import { expect, test } from 'vitest';
import { accountIds, findDeals, namesOf, refusalOf } from './test-query.ts';

test.each([
  ["Name = 'ALPHA'", ['Alpha']],
  ["Name != 'alpha'", ['Beta', 'Gamma', 'Delta']],
  ['Amount = 20', ['Beta', 'Delta']],
  ['Amount != 20', ['Alpha', 'Gamma']],
  ['Amount > 20', ['Alpha']],
  ['Amount <= 20', ['Beta', 'Delta']],
  ['Amount = null', ['Gamma']],
  ['Amount != null', ['Alpha', 'Beta', 'Delta']],
  ['NOT Amount = 20', ['Alpha', 'Gamma']],
  ['IsClosed = true', ['Alpha', 'Gamma']],
  ["Name LIKE '%a' AND IsWon = false", ['Beta', 'Gamma', 'Delta']],
  ["Name LIKE '_elta'", ['Delta']],
  ["NOT (Name LIKE 'a%' OR Name LIKE 'b%')", ['Gamma', 'Delta']],
  ["(Amount = 20 AND StageName = 'Proposal') OR (IsWon = true AND Amount > 100)", ['Alpha', 'Beta', 'Delta']],
  ["Name IN ('alpha', 'Delta')", ['Alpha', 'Delta']],
  ['Amount IN (20, null)', ['Beta', 'Gamma', 'Delta']],
  ["Name NOT IN ('alpha', 'Delta')", ['Beta', 'Gamma']],
  ["Account.BillingCountryCode = 'gb'", ['Alpha', 'Beta']],
  ["Account.BillingCountryCode != 'GB'", ['Gamma', 'Delta']],
  ['Account.Owner.Name = null AND AccountId = null', ['Delta']],
  [`AccountId = '${(accountIds[0] ?? '').slice(0, 15)}'`, ['Alpha', 'Beta']],
  ["AccountId IN (SELECT Id FROM Account WHERE Industry = 'Banking')", ['Gamma']],
  ["AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Banking') AND Amount < 50", ['Beta', 'Delta']],
  ['CloseDate = 2026-11-30', ['Beta']],
  ['CloseDate > 2026-11-18', ['Beta', 'Delta']],
  ['CreatedDate = TODAY', ['Alpha', 'Beta', 'Gamma', 'Delta']],
  ['CreatedDate >= 2026-11-18T11:30:00+01:00', ['Alpha', 'Beta', 'Gamma', 'Delta']],
  ['SystemModstamp > 2026-11-18T10:30:00Z', []],
] as const)('WHERE %s', (where, names) => {
  expect(findDeals(where)).toEqual(names);
});

test.each([
  ['TODAY', ['Alpha']],
  ['THIS_MONTH', ['Alpha', 'Beta']],
  ['LAST_N_DAYS:60', ['Alpha', 'Gamma']],
  ['LAST_N_DAYS:0', ['Alpha']],
  ['NEXT_N_DAYS:12', ['Beta']],
  ['N_DAYS_AGO:48', ['Gamma']],
  ['NEXT_YEAR', ['Delta']],
  ['THIS_QUARTER', ['Alpha', 'Beta', 'Gamma']],
  ['LAST_90_DAYS', ['Alpha', 'Gamma']],
  ['THIS_WEEK', ['Alpha']],
] as const)('CloseDate = %s', (literal, names) => {
  expect(findDeals(`CloseDate = ${literal}`)).toEqual(names);
});

test('a relative date compares as a span', () => {
  const at = (operator: string): unknown[] => findDeals(`CloseDate ${operator} THIS_MONTH`);
  expect(['<', '<=', '>', '>=', '!='].map(at)).toEqual([
    ['Gamma'],
    ['Alpha', 'Beta', 'Gamma'],
    ['Delta'],
    ['Alpha', 'Beta', 'Delta'],
    ['Gamma', 'Delta'],
  ]);
});

test('escaped wildcards, quotes and empty texts', () => {
  expect([
    namesOf(String.raw`SELECT Name FROM Account WHERE Name LIKE '%\_100\%'`),
    namesOf("SELECT Name FROM Account WHERE Industry = ''"),
    namesOf(String.raw`SELECT Name FROM Account WHERE Name = 'it\'s'`),
  ]).toEqual([['Cedar_100%'], ['Alder Ltd', 'Cedar_100%'], []]);
});

test.each([
  [
    "Amount = '20'",
    [
      'INVALID_FIELD',
      43,
      "value of filter criterion for field 'Amount' must be of type double and should not be enclosed in quotes",
    ],
  ],
  [
    'Name = 20',
    [
      'INVALID_FIELD',
      41,
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
  ],
  [
    "CloseDate = '2026-01-01'",
    [
      'INVALID_FIELD',
      46,
      "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes",
    ],
  ],
  [
    'CreatedDate > 2026-01-01',
    ['INVALID_FIELD', 48, "value of filter criterion for field 'CreatedDate' must be of type dateTime"],
  ],
  [
    "IsWon = 'true'",
    [
      'INVALID_FIELD',
      42,
      "value of filter criterion for field 'IsWon' must be of type boolean and should not be enclosed in quotes",
    ],
  ],
  ["AccountId = 'nonsense'", ['INVALID_FIELD', 46, 'invalid ID field: nonsense']],
  ["AccountId > '001000000000000'", ['INVALID_QUERY_FILTER_OPERATOR', 46, 'invalid operator']],
  ["Description = 'x'", ['INVALID_FIELD', 34, "field 'Description' can not be filtered in a query call"]],
  ["Amount = 1 AND Name = 'x' OR Name = 'y'", ['MALFORMED_QUERY', 60, "unexpected token: 'OR'"]],
  ['CloseDate = LAST_N_DAYS', ['MALFORMED_QUERY', 46, "unexpected token: 'LAST_N_DAYS'"]],
  ["Name = 'x", ['MALFORMED_QUERY', 41, 'Quoted string is not terminated']],
  ["Name == 'x'", ['MALFORMED_QUERY', 40, "unexpected token: '='"]],
  ['CloseDate > 2026-02-30', ['MALFORMED_QUERY', 46, 'Invalid date: 2026-02-30']],
  ['CreatedDate > 2026-02-28T25:00:00Z', ['MALFORMED_QUERY', 48, 'Invalid datetime: 2026-02-28T25:00:00Z']],
  ['Name IN ()', ['MALFORMED_QUERY', 43, "unexpected token: ')'"]],
] as const)('WHERE %s is refused', (where, refusal) => {
  expect(refusalOf(`SELECT Id FROM Opportunity WHERE ${where}`)).toEqual(refusal);
});
