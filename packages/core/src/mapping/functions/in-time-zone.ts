import type { MappingFunction } from './function-definition.ts';
import { readInstant } from './read-instant.ts';
import { inZone } from './time-zone.ts';

export const inTimeZone = {
  name: 'inTimeZone',
  signature: '<(sl)s:s>',
  parameters: ['instant', 'timeZone'],
  summary: 'An instant as the clocks of a time zone show it, with their offset.',
  examples: [
    { expression: '$inTimeZone("2026-11-23T14:30:00Z", "Europe/Berlin")', result: '2026-11-23T15:30:00+01:00' },
    { expression: '$inTimeZone("2026-07-01T00:00:00Z", "America/New_York")', result: '2026-06-30T20:00:00-04:00' },
    { expression: '$inTimeZone("2026-07-01T00:00:00.250Z", "Asia/Kolkata")', result: '2026-07-01T05:30:00.25+05:30' },
    { expression: '$inTimeZone(changedAt, "Europe/Berlin")', input: {} },
    { expression: '$inTimeZone("2026-07-01", "Europe/Berlin")', error: 'BAD_ARGUMENT' },
    { expression: '$inTimeZone("2026-07-01T00:00:00Z", "Berlin")', error: 'BAD_ARGUMENT' },
    { expression: '$inTimeZone(7, "Europe/Berlin")', error: 'T0410' },
  ],
  implementation(_context, instant: string | null | undefined, timeZone: string) {
    if (instant === undefined || instant === null || instant === '') return undefined;
    return inZone(readInstant(instant, 'inTimeZone'), timeZone, 'inTimeZone').toString({ timeZoneName: 'never' });
  },
} satisfies MappingFunction;
