import type { MappingFunction } from './function-definition.ts';
import { readInstant } from './read-instant.ts';

export const instant = {
  name: 'instant',
  signature: '<(sl):s>',
  parameters: ['value'],
  summary: 'An instant in ISO 8601 at UTC, whatever offset it came with.',
  examples: [
    { expression: '$instant("2026-11-23T14:30:00.000+0000")', result: '2026-11-23T14:30:00.000Z' },
    { expression: '$instant("2026-11-23T14:30:00+01:00")', result: '2026-11-23T13:30:00.000Z' },
    { expression: '$instant(SystemModstamp)', input: { SystemModstamp: null } },
    { expression: '$instant("2026-11-23T14:30:00")', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, value: string | null | undefined) {
    if (value === undefined || value === null || value === '') return undefined;
    return readInstant(value, 'instant').toISOString();
  },
} satisfies MappingFunction;
