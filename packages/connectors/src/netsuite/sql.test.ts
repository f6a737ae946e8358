import { describe, expect, it } from 'vitest';
import { equals, isAfter, notBefore, quote, selectExpression } from './sql.ts';

describe('SuiteQL', () => {
  it.each([
    ["it's", "'it''s'"],
    ["'; DELETE FROM customer --", "'''; DELETE FROM customer --'"],
  ])('quotes %j', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it.each([
    [null, undefined, 'r.x IS NULL'],
    [true, undefined, "r.x = 'T'"],
    [12.5, undefined, 'r.x = 12.5'],
    ['12', { type: 'object' as const }, 'r.x = 12'],
    ['MONTHLY', { type: 'object' as const }, "r.x = 'MONTHLY'"],
    ['2026-11-23', { format: 'date' }, "TO_CHAR(r.x, 'YYYY-MM-DD') = '2026-11-23'"],
  ])('compares with %j as its field needs it', (value, schema, expected) => {
    expect(equals('r.x', value, schema, 'x')).toBe(expected);
  });

  it('accepts only an id when it compares ids', () => {
    expect(() => equals('r.entity', '1 OR 1=1', { type: 'object' }, 'entity')).toThrow(
      expect.objectContaining({ class: 'validation', fields: ['entity'] }),
    );
  });

  it('selects instants as ISO texts and continues from the same texts', () => {
    expect(selectExpression('r.lastmodifieddate', { format: 'date-time' })).toBe(
      `TO_CHAR(r.lastmodifieddate, 'YYYY-MM-DD"T"HH24:MI:SS')`,
    );
    expect(notBefore('r.m', '2026-11-23T14:00:00.750Z')).toBe(
      `r.m >= TO_TIMESTAMP('2026-11-23T14:00:00', 'YYYY-MM-DD"T"HH24:MI:SS')`,
    );
    expect(isAfter('r.m', 'r.id', '2026-11-23T14:00:00Z', '7')).toBe(
      `(TO_CHAR(r.m, 'YYYY-MM-DD"T"HH24:MI:SS') > '2026-11-23T14:00:00' OR ` +
        `(TO_CHAR(r.m, 'YYYY-MM-DD"T"HH24:MI:SS') = '2026-11-23T14:00:00' AND r.id > 7))`,
    );
  });
});
