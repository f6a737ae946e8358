import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';
import { readInstant } from './read-instant.ts';
import { hasOffset, readLocalTime } from './read-local-time.ts';
import { atWallClock } from './time-zone.ts';

export const instant = {
  name: 'instant',
  signature: '<(sl)s?:s>',
  parameters: ['value', 'timeZone?'],
  summary:
    'An instant in ISO 8601 at UTC, whatever offset it came with. A date, or date and time, without an offset is what the clocks in `timeZone` show.',
  examples: [
    { expression: '$instant("2026-11-23T14:30:00.000+0000")', result: '2026-11-23T14:30:00.000Z' },
    { expression: '$instant("2026-11-23T14:30:00+01:00")', result: '2026-11-23T13:30:00.000Z' },
    { expression: '$instant("2026-11-23T14:30:00", "America/New_York")', result: '2026-11-23T19:30:00.000Z' },
    { expression: '$instant("2026-07-01", "Europe/Berlin")', result: '2026-06-30T22:00:00.000Z' },
    { expression: '$instant(SystemModstamp)', input: { SystemModstamp: null } },
    { expression: '$instant("2026-11-23T14:30:00")', error: 'BAD_ARGUMENT' },
    { expression: '$instant("2026-11-23T14:30:00", "Mars/Olympus")', error: 'BAD_ARGUMENT' },
    { expression: '$instant(1795444200000)', error: 'T0410' },
  ],
  implementation(_context, value: string | null | undefined, timeZone?: string) {
    if (value === undefined || value === null || value === '') return undefined;
    if (hasOffset(value)) return readInstant(value, 'instant').toISOString();
    const local = readLocalTime(value, 'instant');
    if (timeZone === undefined) {
      throw badArgument(
        `$instant needs to know where: ${value} has no offset, so name a time zone such as "Europe/Berlin".`,
        value,
      );
    }
    return atWallClock(local, timeZone, 'instant').toISOString();
  },
} satisfies MappingFunction;
