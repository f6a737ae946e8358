import { describe, expect, it } from 'vitest';
import { advance, rangeOf } from './watermark.ts';

const since = '2026-11-23T12:00:00.400Z';
const at = (time: string) => `2026-11-23T${time}.000Z`;

describe('watermark', () => {
  it('begins at `since`, with its whole second', () => {
    expect(rangeOf(undefined, since, 60_000)).toEqual({ from: at('12:00:00'), after: undefined });
  });

  it('continues after the last record while a poll has more', () => {
    const cursor = advance(undefined, since, [{ at: at('12:10:00'), id: 'b' }], true);
    expect(rangeOf(cursor, since, 60_000)).toEqual({ from: at('12:09:00'), after: { at: at('12:10:00'), id: 'b' } });
  });

  it('looks back from the highest mark when a new poll begins, but not before `since`', () => {
    const done = advance(undefined, since, [{ at: at('12:10:00'), id: 'b' }], false);
    expect(rangeOf(done, since, 60_000)).toEqual({ from: at('12:09:00'), after: undefined });
    expect(rangeOf(done, since, 3_600_000)).toEqual({ from: at('12:00:00'), after: undefined });
  });

  it('keeps the highest mark over an empty page', () => {
    const first = advance(undefined, since, [{ at: at('12:10:00'), id: 'b' }], false);
    const second = advance(first, since, [], false);
    expect(second).toBe(first);
  });

  it('keeps its place when marks come in another offset', () => {
    const cursor = advance(undefined, since, [{ at: '2026-11-23T13:10:00+01:00', id: 'b' }], false);
    expect(rangeOf(cursor, since, 0).from).toBe(at('12:10:00'));
  });
});
