import { describe, expect, it } from 'vitest';
import { formatDuration, formatInstant, formatRelative } from './format-time.ts';

const now = Date.parse('2026-11-23T14:05:09Z');

describe('times on screens', () => {
  it('says how long ago in the largest unit that fits', () => {
    const ages = {
      0: 'just now',
      42: '42 s ago',
      61: '1 min ago',
      7300: '2 h ago',
      90_000: '1 day ago',
      200_000: '2 days ago',
    };
    const said = Object.fromEntries(
      Object.keys(ages).map((seconds) => [seconds, formatRelative(new Date(now - Number(seconds) * 1000), now, 'UTC')]),
    );
    expect(said).toEqual(ages);
  });

  it('says when something is due, and gives a date for something long ago', () => {
    expect(formatRelative(new Date(now + 7_200_000), now, 'UTC')).toBe('in 2 h');
    expect(formatRelative(new Date('2026-01-02T23:30:00Z'), now, 'Europe/Berlin')).toBe('3 Jan 2026');
  });

  it('gives instants in the requested time zone', () => {
    expect(formatInstant(new Date(now), 'Europe/Berlin')).toBe('23 Nov 2026, 15:05:09 CET');
  });

  it('gives durations with at most two units', () => {
    expect([84, 1900, 42_000, 125_000, 11_400_000, 187_200_000].map(formatDuration)).toEqual([
      '84 ms',
      '1.9 s',
      '42 s',
      '2 min 5 s',
      '3 h 10 min',
      '2 days 4 h',
    ]);
  });
});
