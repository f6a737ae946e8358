import { describe, expect, it } from 'vitest';
import { boundPayload } from './bound-payload.ts';

describe('boundPayload', () => {
  it('keeps a payload that fits, and the beginning of a longer one', () => {
    expect(boundPayload({ a: 1 }, 100)).toEqual({ a: 1 });
    expect(boundPayload('x'.repeat(200), 100)).toEqual({
      $bounded: true,
      longerThan: 100,
      start: JSON.stringify('x'.repeat(200)),
    });
    expect(boundPayload(undefined)).toBeNull();
  });

  it.each<[what: string, value: unknown]>([
    ['rows', Array.from({ length: 20_000 }, (_, id) => ({ id, name: `name ${id}`, none: null, tags: ['a', 'ü"\n'] }))],
    ['a long text in a list in an object', { a: 1, b: [true, 'x'.repeat(100_000)], c: 'never' }],
    ['texts that JSON escapes', ['\u0001'.repeat(40_000)]],
    ['long keys', { short: 1, ['k'.repeat(70_000)]: 2 }],
    ['a field that is called like a method', { toJSON: 1, a: 'x'.repeat(70_000) }],
    ['nothing but brackets', Array.from({ length: 50_000 }, () => [[]])],
    [
      'missing members',
      { ...Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`${i}`, undefined])), z: 'x'.repeat(70_000) },
    ],
  ])('the beginning of %s is that of its JSON', (_what, value) => {
    expect(boundPayload(value)).toEqual({
      $bounded: true,
      longerThan: 64_000,
      start: JSON.stringify(value).slice(0, 2_000),
    });
  });

  it('a payload of exactly the limit is complete, counted with everything that JSON adds', () => {
    const value = { 'a"': ['\u0001', 12.5, null] };
    const { length } = JSON.stringify(value);
    expect(boundPayload(value, length)).toBe(value);
    expect(boundPayload(value, length - 1)).toEqual({
      $bounded: true,
      longerThan: length - 1,
      start: JSON.stringify(value),
    });
  });

  it('places in lists are not written, nor are missing members', () => {
    const value = { list: Array.from({ length: 31_000 }, () => 1), ['k'.repeat(70_000)]: undefined };
    expect(boundPayload(value)).toBe(value);
  });

  it('looks at no more of a value than the limit allows', () => {
    let read = 0;
    const item = new Proxy({}, { ownKeys: () => ((read += 1), []) });
    // Sixty texts of ten million characters could not even be written as one.
    const texts = Array.from({ length: 60 }, () => 'x'.repeat(10_000_000));
    expect(boundPayload([texts, texts])).toMatchObject({ $bounded: true, longerThan: 64_000 });
    expect(boundPayload(Array.from({ length: 1_000_000 }, () => item))).toMatchObject({ $bounded: true });
    expect(read).toBeLessThan(70_000);
  });
});
