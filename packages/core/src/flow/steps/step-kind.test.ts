import { describe, expect, it } from 'vitest';
import { durationSchema } from './step-kind.ts';

const messageOf = (duration: string) => durationSchema.safeParse(duration).error?.issues.map(({ message }) => message);

describe('durationSchema', () => {
  it.each(['PT30S', 'PT5M', 'P2D', 'P1DT12H', 'P365000D', 'PT8760000H'])('accepts %s', (duration) => {
    expect(durationSchema.parse(duration)).toBe(duration);
  });

  it.each(['', 'P', 'PT', 'P1Y', '5 minutes'])('says how a duration is written instead of "%s"', (duration) => {
    expect(messageOf(duration)).toEqual(['Use an ISO 8601 duration such as PT30S, PT5M or P2D']);
  });

  it.each(['P365001D', 'P365000DT1S', 'PT99999999H', `P${'9'.repeat(400)}D`])(
    'says how long a duration may be instead of %s',
    (duration) => {
      expect(messageOf(duration)).toEqual(['Use a duration of at most 365,000 days (1,000 years)']);
    },
  );
});
