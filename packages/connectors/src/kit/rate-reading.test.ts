import { describe, expect, it } from 'vitest';
import { readRateHeaders } from './rate-reading.ts';

const nowMs = Date.parse('2026-11-23T12:00:00Z');
const read = (headers: Readonly<Record<string, string>>, status = 200) => readRateHeaders(status, headers, nowMs);
const nothing = { wasThrottled: false, pauseMs: undefined, remaining: undefined, resetMs: undefined };

describe('readRateHeaders', () => {
  it.each([
    ['no header', {}, nothing],
    ['Retry-After in seconds', { 'retry-after': '2' }, { ...nothing, pauseMs: 2000 }],
    ['Retry-After as a date', { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }, { ...nothing, pauseMs: 30_000 }],
    ['Retry-After in the past', { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, { ...nothing, pauseMs: 0 }],
    ['Retry-After that is neither', { 'retry-after': 'later' }, nothing],
    [
      'the older draft',
      { 'ratelimit-remaining': '3', 'ratelimit-reset': '10' },
      { ...nothing, remaining: 3, resetMs: 10_000 },
    ],
    ['the newer draft', { ratelimit: '"default";r=0;t=12' }, { ...nothing, remaining: 0, resetMs: 12_000 }],
    [
      'X- headers with a point in time',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nowMs / 1000 + 5) },
      { ...nothing, remaining: 0, resetMs: 5000 },
    ],
  ])('reads %s', (_name, headers, expected) => {
    expect(read(headers as Record<string, string>)).toEqual(expected);
  });

  it('takes a 429 as a refusal even without headers', () => {
    expect(read({}, 429)).toEqual({ ...nothing, wasThrottled: true });
  });
});
