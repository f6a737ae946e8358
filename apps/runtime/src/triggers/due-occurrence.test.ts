import { describe, expect, it } from 'vitest';
import { dueOccurrence } from './due-occurrence.ts';

const due = (cron: string, timeZone: string, after: string, now: string) => {
  const found = dueOccurrence(cron, timeZone, new Date(after), new Date(now));
  return found === undefined ? undefined : { at: found.at.toISOString(), missed: found.missed };
};

describe('dueOccurrence', () => {
  it('is nothing before the time has come', () => {
    expect(due('0 9 * * *', 'UTC', '2026-11-23T09:00:00Z', '2026-11-24T08:59:59Z')).toBeUndefined();
  });

  it('is the occurrence whose time has come', () => {
    expect(due('0 9 * * *', 'UTC', '2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z')).toEqual({
      at: '2026-11-24T09:00:00.000Z',
      missed: 0,
    });
  });

  it('is the latest one after an outage, and says how many went with it', () => {
    expect(due('*/15 * * * *', 'UTC', '2026-11-23T09:00:00Z', '2026-11-23T10:07:00Z')).toEqual({
      at: '2026-11-23T10:00:00.000Z',
      missed: 3,
    });
  });

  it('does not count for ever after a long outage', () => {
    expect(due('* * * * *', 'UTC', '2026-01-01T00:00:00Z', '2026-11-23T10:07:30Z')).toEqual({
      at: '2026-11-23T10:07:00.000Z',
      missed: 1000,
    });
  });

  it.each([
    [
      'keeps the local hour when clocks go back',
      '2026-10-24T12:00:00Z',
      '2026-10-25T07:00:00Z',
      '2026-10-25T07:00:00.000Z',
    ],
    [
      'keeps the local hour when clocks go forward',
      '2026-03-28T12:00:00Z',
      '2026-03-29T06:00:00Z',
      '2026-03-29T06:00:00.000Z',
    ],
  ])('%s', (_title, after, now, at) => {
    expect(due('0 8 * * *', 'Europe/Berlin', after, now)).toEqual({ at, missed: 0 });
    expect(due('0 8 * * *', 'Europe/Berlin', after, new Date(Date.parse(now) - 1000).toISOString())).toBeUndefined();
  });

  it('runs once in the hour that comes twice', () => {
    const first = due('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z');
    expect(first).toEqual({ at: '2026-10-25T00:30:00.000Z', missed: 0 });
    expect(due('30 2 * * *', 'Europe/Berlin', first?.at ?? '', '2026-10-25T01:30:00Z')).toBeUndefined();
  });
});
