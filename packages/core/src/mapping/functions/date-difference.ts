import type { MappingFunction } from './function-definition.ts';
import { toUtcMidnight } from './calendar-date.ts';

export const dateDifference = {
  name: 'dateDifference',
  signature: '<(sl)(sl):n>',
  parameters: ['from', 'to'],
  summary: 'Days from the first date to the second; negative when the second is earlier.',
  examples: [
    { expression: '$dateDifference("2026-11-23", "2026-12-23")', result: 30 },
    { expression: '$dateDifference("2026-03-30", "2026-03-28")', result: -2 },
    { expression: '$dateDifference("2026-03-28", "2026-03-30")', result: 2 },
    { expression: '$dateDifference(start, end)', input: { start: '2026-01-01' } },
    { expression: '$dateDifference("2026-11-23T10:00:00Z", "2026-12-23")', error: 'BAD_ARGUMENT' },
    { expression: '$dateDifference(1, 2)', error: 'T0410' },
  ],
  implementation(_context, from: string | null | undefined, to: string | null | undefined) {
    if (from === undefined || from === null || to === undefined || to === null) return undefined;
    const milliseconds =
      toUtcMidnight(to, 'dateDifference').getTime() - toUtcMidnight(from, 'dateDifference').getTime();
    return milliseconds / 86_400_000;
  },
} satisfies MappingFunction;
