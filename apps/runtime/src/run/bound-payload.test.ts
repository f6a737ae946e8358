import { describe, expect, it } from 'vitest';
import { boundPayload } from './bound-payload.ts';

describe('boundPayload', () => {
  it('keeps a payload that fits, and the length and beginning of a longer one', () => {
    expect(boundPayload({ a: 1 }, 100)).toEqual({ a: 1 });
    expect(boundPayload('x'.repeat(200), 100)).toEqual({
      $bounded: true,
      length: 202,
      start: JSON.stringify('x'.repeat(200)),
    });
    expect(boundPayload(undefined)).toBeNull();
  });
});
