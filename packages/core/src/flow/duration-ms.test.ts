import { describe, expect, it } from 'vitest';
import { durationMs } from './duration-ms.ts';

describe('durationMs', () => {
  it.each([
    ['PT1S', 1000],
    ['PT5M', 300_000],
    ['PT1H30M', 5_400_000],
    ['P2D', 172_800_000],
    ['P1DT12H', 129_600_000],
  ])('%s is %i ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it('refuses a text that is not a duration', () => {
    expect(() => durationMs('1 hour')).toThrow(RangeError);
  });
});
