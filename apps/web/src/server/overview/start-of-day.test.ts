import { expect, it } from 'vitest';
import { startOfDay } from './start-of-day.ts';

const starts = (instant: string, timeZone: string): string => startOfDay(new Date(instant), timeZone).toISOString();

it('the day begins at midnight of the zone, not of the server', () => {
  expect(starts('2026-11-23T14:05:09.500Z', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
  expect(starts('2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-23T23:00:00.000Z');
  expect(starts('2026-11-23T04:00:00Z', 'America/New_York')).toBe('2026-11-22T05:00:00.000Z');
});

it('follows a change of the clock during the day', () => {
  expect(starts('2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(starts('2026-10-25T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
});
