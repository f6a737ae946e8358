import { describe, expect, test } from 'vitest';
import { add } from './add.ts';
import { businessDayAdd } from './business-day-add.ts';
import { businessDayDifference } from './business-day-difference.ts';
import { compact } from './compact.ts';
import { dateParse } from './date-parse.ts';
import { decimal } from './decimal.ts';
import { divide } from './divide.ts';
import { e164 } from './e164.ts';
import { hash } from './hash.ts';
import { multiply } from './multiply.ts';
import { slug } from './slug.ts';
import { call } from '../../../testing/mapping/functions/call.ts';

const tooManyDigits = { code: 'BAD_ARGUMENT', message: '$decimal takes numbers of at most 100 digits.' };

describe('numbers', () => {
  test.each([
    ['a megabyte of digits', '9'.repeat(1_000_000), tooManyDigits],
    ['a number beyond all prices', 1e200, tooManyDigits],
    ['a number next to nothing', 1e-200, tooManyDigits],
    [
      'a huge exponent',
      '1e1000000000',
      {
        code: 'BAD_ARGUMENT',
        message: '$decimal needs a number such as 12.5 or "12.50", but was given "1e1000000000".',
      },
    ],
  ])('%s', (_name, value, expected) => {
    expect(call(decimal, [value])).toEqual(expected);
  });

  const largest = '9'.repeat(100);
  const smallest = `0.${'0'.repeat(98)}1`;

  test('of 100 digits are added and multiplied exactly', () => {
    expect(call(add, [largest, smallest])).toBe(`${largest}.${'0'.repeat(98)}1`);
    expect(call(multiply, [largest, largest])).toBe(String(BigInt(largest) ** 2n));
  });

  test('a quotient is rounded once', () => {
    // 0.1249999… is below 0.125 and must not be rounded up in two steps.
    const below = `0.124${'9'.repeat(90)}`;
    expect(call(divide, [below, 1, 2])).toBe('0.12');
    expect(call(divide, ['0.125', 1, 2])).toBe('0.13');
    expect(call(divide, ['-0.125', 1, 2])).toBe('-0.13');
    expect(call(divide, [smallest, largest, 100])).toBe('0');
  });
});

describe('lists', () => {
  test('adding up a list counts as work', () => {
    const list = Array.from({ length: 10_000 }, () => 1);
    expect(call(add, [list])).toBe('10000');
    expect(call(add, [list], { limits: { maxTicks: 5_000 } })).toMatchObject({ code: 'TOO_MANY_STEPS' });
  });

  test('lists nested deeper than the stack can still be added up', () => {
    expect(call(add, [nested(50_000)])).toBe('1');
  });

  test('lists that are nested too deep are refused where every level matters', () => {
    expect(call(compact, [nested(50_000)])).toEqual({
      code: 'D1011',
      message: 'The data is nested more than 1000 levels deep.',
    });
    expect(call(hash, [nested(50_000)])).toMatchObject({ code: 'D1011' });
  });

  test('compacting and hashing them counts as work', () => {
    const list = Array.from({ length: 10_000 }, () => ({ a: 1 }));
    const limits = { maxTicks: 5_000 };
    expect(call(compact, [list], { limits })).toMatchObject({ code: 'TOO_MANY_STEPS' });
    expect(call(hash, [list], { limits })).toMatchObject({ code: 'TOO_MANY_STEPS' });
  });
});

describe('days', () => {
  test('counting to the end of the calendar stops there', () => {
    expect(call(businessDayAdd, ['2026-11-23', 1_000_000_000])).toEqual({
      code: 'BAD_ARGUMENT',
      message: '$businessDayAdd would give a date outside the years 0000 to 9999.',
    });
  });

  test('counting days counts as work', () => {
    const limits = { maxTicks: 10_000 };
    expect(call(businessDayAdd, ['2026-11-23', 100_000], { limits })).toMatchObject({ code: 'TOO_MANY_STEPS' });
    expect(call(businessDayDifference, ['0001-01-01', '9999-12-31'], { limits })).toMatchObject({
      code: 'TOO_MANY_STEPS',
    });
  });
});

describe('texts', () => {
  test('that are too long for a slug or a hash are refused', () => {
    const limits = { maxTextLength: 100 };
    expect(call(slug, ['a'.repeat(101)], { limits })).toMatchObject({ code: 'TEXT_TOO_LONG' });
    expect(call(hash, ['a'.repeat(101)], { limits })).toMatchObject({ code: 'TEXT_TOO_LONG' });
  });

  test('are quoted in errors by their beginning only', () => {
    expect(call(e164, ['5'.repeat(1_000_000), 'GB'])).toEqual({
      code: 'BAD_ARGUMENT',
      message: `$e164 sees no phone number in "${'5'.repeat(60)}"… for GB.`,
    });
  });

  test('cannot make a date pattern run away, because it reads each field once', () => {
    expect(call(dateParse, ['1'.repeat(60), 'dMdMdMdMdMdMdMdMdMdMyyyy'])).toEqual({
      code: 'BAD_ARGUMENT',
      message: '$dateParse needs a pattern with year, month and day once each, not "dMdMdMdMdMdMdMdMdMdMyyyy".',
    });
    expect(call(dateParse, ['1'.repeat(1_000_000), 'dd.MM.yyyy'])).toMatchObject({ code: 'BAD_ARGUMENT' });
  });
});

function nested(levels: number): unknown {
  let value: unknown = [1];
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}
