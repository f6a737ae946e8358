import { describe, expect, test } from 'vitest';
import { date } from './date.ts';
import { dateFormat } from './date-format.ts';
import { inTimeZone } from './in-time-zone.ts';
import { instant } from './instant.ts';
import { call } from '../../../testing/mapping/functions/call.ts';

describe('clocks put forward on 2026-03-29 in Berlin', () => {
  test.each([
    ['2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T02:00:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
  ])('%s is %s', (local, expected) => {
    expect(call(instant, [local, 'Europe/Berlin'])).toBe(expected);
  });

  test('converting the instant back gives a time one hour later', () => {
    expect(call(inTimeZone, ['2026-03-29T01:30:00Z', 'Europe/Berlin'])).toBe('2026-03-29T03:30:00+02:00');
  });
});

describe('clocks put back on 2026-11-01 in New York', () => {
  test('a time that is shown twice means the first one', () => {
    expect(call(instant, ['2026-11-01T01:30:00', 'America/New_York'])).toBe('2026-11-01T05:30:00.000Z');
  });

  test.each([
    ['2026-11-01T05:30:00Z', '2026-11-01T01:30:00-04:00'],
    ['2026-11-01T06:30:00Z', '2026-11-01T01:30:00-05:00'],
  ])('%s is %s', (text, expected) => {
    expect(call(inTimeZone, [text, 'America/New_York'])).toBe(expected);
  });
});

describe('days', () => {
  test('a day that a zone skipped begins with the next day', () => {
    // Samoa crossed the date line: there was no 30 December 2011.
    expect(call(instant, ['2011-12-30', 'Pacific/Apia'])).toBe('2011-12-30T10:00:00.000Z');
    expect(call(inTimeZone, ['2011-12-30T10:00:00Z', 'Pacific/Apia'])).toBe('2011-12-31T00:00:00+14:00');
  });

  test('the same instant is a different day elsewhere', () => {
    const days = ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].map((zone) =>
      call(date, ['2026-11-23T10:30:00Z', zone]),
    );
    expect(days).toEqual(['2026-11-24', '2026-11-23', '2026-11-22']);
  });

  test('an offset is also a zone', () => {
    expect(call(date, ['2026-11-23T23:30:00Z', '+05:30'])).toBe('2026-11-24');
  });
});

describe('a zone that does not exist', () => {
  test.each([
    ['Europe/Berln', 'Did you mean Europe/Berlin?'],
    ['Berlin', 'Did you mean Europe/Berlin?'],
    ['America/NewYork', 'Did you mean America/New_York?'],
    ['somewhere', 'Names are those of IANA, such as Europe/Berlin.'],
  ])('%s', (zone, hint) => {
    expect(call(inTimeZone, ['2026-11-23T10:30:00Z', zone])).toEqual({
      code: 'BAD_ARGUMENT',
      message: `$inTimeZone knows no time zone "${zone}". ${hint}`,
    });
  });

  test('is reported with the function that was called', () => {
    expect(call(dateFormat, ['2026-11-23T10:30:00Z', 'yyyy', 'Europe/Pariss'])).toMatchObject({
      code: 'BAD_ARGUMENT',
      message: expect.stringMatching(
        /^\$dateFormat knows no time zone "Europe\/Pariss"\. Did you mean Europe\/Paris\?$/,
      ),
    });
    expect(call(instant, ['2026-11-23T10:30', 'x'.repeat(1_000_000)])).toMatchObject({ code: 'BAD_ARGUMENT' });
  });
});
