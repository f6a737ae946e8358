import { expect, it } from 'vitest';
import { z } from 'zod';
import { inputFaults } from './input-faults.ts';

const schema = z.object({
  name: z.string().trim().min(1, 'A name is needed').max(120),
  note: z.string().max(1000).default(''),
  text: z.string().min(2).default('abc'),
  exceptionIds: z.array(z.string()).min(1).max(2).default(['a']),
  page: z.number().min(1).max(9).default(1),
  versions: z.enum(['live', 'same']).default('live'),
  externalId: z.string().min(1).default('a'),
});

it.each<[object, readonly (readonly [string, string])[]]>([
  [{ name: 'x'.repeat(5_000) }, [['name', 'The name is longer than 120 characters. Shorten it.']]],
  [{ name: ' ' }, [['name', 'A name is needed.']]],
  [{}, [['name', 'The name is missing, or is not a text.']]],
  [
    { name: 'x'.repeat(5_000), note: 'x'.repeat(5_000) },
    [
      ['name', 'The name is longer than 120 characters. Shorten it.'],
      ['note', 'The note is longer than 1,000 characters. Shorten it.'],
    ],
  ],
  [{ name: 'a', text: 'x' }, [['text', 'The search text has fewer than 2 characters. Write more.']]],
  [{ name: 'a', exceptionIds: [] }, [['exceptionIds', 'Choose at least 1 of the exceptions.']]],
  [{ name: 'a', exceptionIds: ['a', 'b', 'c'] }, [['exceptionIds', 'The exceptions are more than 2. Choose fewer.']]],
  [{ name: 'a', page: 10 }, [['page', 'The page has to be at most 9.']]],
  [{ name: 'a', versions: 'old' }, [['versions', 'The versions has to be live or same.']]],
  [{ name: 'a', externalId: '' }, [['externalId', 'The id of the record is empty. Fill it in.']]],
])('%j', (input, faults) => {
  const parsed = schema.safeParse(input);
  const found = parsed.success ? [] : inputFaults(parsed.error);
  expect(found.map(({ field, message }) => [field, message])).toEqual(faults);
});
