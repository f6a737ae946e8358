import { describe, expect, it } from 'vitest';
import { buildSoql, equals, isAfter, isOneOf, quote } from './soql.ts';

describe('SOQL', () => {
  it('builds a query in the order that SOQL requires', () => {
    const soql = buildSoql({
      fields: ['Id', 'Name'],
      object: 'Account',
      where: [equals('Name', "O'Hara", undefined), equals('IsDeleted', false, undefined)],
      orderBy: ['SystemModstamp', 'Id'],
      limit: 5,
    });
    expect(soql).toBe(
      String.raw`SELECT Id, Name FROM Account WHERE Name = 'O\'Hara' AND IsDeleted = false ORDER BY SystemModstamp, Id LIMIT 5`,
    );
    expect(buildSoql({ fields: ['Id'], object: 'User', where: [] })).toBe('SELECT Id FROM User');
  });

  it.each([
    ["it's", String.raw`'it\'s'`],
    ['back\\slash', String.raw`'back\\slash'`],
    ['two\nlines\tand\r', String.raw`'two\nlines\tand\r'`],
    [String.raw`\' OR Name != \'`, String.raw`'\\\' OR Name != \\\''`],
  ])('quotes %j', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it.each([
    [null, undefined, 'X = null'],
    [7.5, undefined, 'X = 7.5'],
    ['2026-11-23', { format: 'date' }, 'X = 2026-11-23'],
    ['2026-11-23T14:00:00Z', { format: 'date-time' }, 'X = 2026-11-23T14:00:00Z'],
    ['2026-11-23', undefined, "X = '2026-11-23'"],
  ])('writes %j as its field needs it', (value, schema, expected) => {
    expect(equals('X', value, schema)).toBe(expected);
  });

  it('leaves only dates and instants unquoted', () => {
    const error = expect.objectContaining({ class: 'validation', fields: ['CloseDate'] });
    expect(() => equals('CloseDate', '2026-11-23 OR Id != null', { format: 'date' })).toThrow(error);
    expect(() => equals('CloseDate', 'LAST_N_DAYS:3', { format: 'date-time' })).toThrow(error);
  });

  it('selects records after a position, and members of a list', () => {
    expect(isAfter('SystemModstamp', '2026-11-23T14:00:00.000Z', '001A')).toBe(
      "(SystemModstamp > 2026-11-23T14:00:00.000Z OR (SystemModstamp = 2026-11-23T14:00:00.000Z AND Id > '001A'))",
    );
    expect(isOneOf('OpportunityId', ['006A', "0'6"])).toBe(String.raw`OpportunityId IN ('006A', '0\'6')`);
  });
});
