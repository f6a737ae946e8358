import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';

const maxLength = 200;

const salutations = new Set('mr mrs ms miss mx dr prof sir dame herr frau mme mlle ing dipl-ing rev'.split(' '));
const suffixes = new Set('jr sr ii iii iv phd md dds jd mba esq cpa cfa pe obe mbe cbe'.split(' '));
/** Small words with which a family name can begin. */
const particles = new Set(
  'van von der den de del della di da das do dos du la le ten ter te zu zum zur af av bin ibn al el vom'.split(' '),
);

export const splitName = {
  name: 'splitName',
  signature: '<(sl):o>',
  parameters: ['name'],
  summary:
    "A person's full name as { salutation, firstName, lastName, suffix }, as far as they are there. The family name is the last word with the particles before it (van der), or what stands before a comma; a single name is the family name. It is a guess: two family names without a particle (García Márquez) and names written family name first cannot be told.",
  examples: [
    { expression: '$splitName("Mara Ellis")', result: { firstName: 'Mara', lastName: 'Ellis' } },
    {
      expression: '$splitName("Jan Willem van der Berg")',
      result: { firstName: 'Jan Willem', lastName: 'van der Berg' },
    },
    { expression: '$splitName("de la Cruz, Ana")', result: { firstName: 'Ana', lastName: 'de la Cruz' } },
    {
      expression: '$splitName("Dr. John Q. Public, Jr.")',
      result: { salutation: 'Dr.', firstName: 'John Q.', lastName: 'Public', suffix: 'Jr.' },
    },
    { expression: '$splitName("Teller")', result: { lastName: 'Teller' } },
    { expression: '$splitName("Van Morrison")', result: { firstName: 'Van', lastName: 'Morrison' } },
    { expression: '$splitName("  ")' },
    { expression: '$splitName(contact.Name)', input: {} },
    { expression: '$splitName($pad("x", 201))', error: 'BAD_ARGUMENT' },
    { expression: '$splitName(["Mara", "Ellis"])', error: 'T0410' },
  ],
  implementation(_context, name: string | null | undefined) {
    if (name === undefined || name === null) return undefined;
    if (name.length > maxLength) throw badArgument(`$splitName takes names of at most ${maxLength} characters.`);
    const parts = name.split(',').map(wordsOf);
    const suffix = [...takeEnd(parts.at(-1) ?? [])];
    const given = parts.filter((words) => words.length > 0);
    while (given.length > 1 && given.at(-1)?.every(isSuffix) === true) suffix.unshift(...(given.pop() ?? []));
    const [first = [], ...rest] = given;
    const salutation = [...takeStart(first), ...takeStart(rest[0] ?? [])];
    const { firstName, lastName } = rest.length > 0 ? { firstName: rest.flat(), lastName: first } : split(first);
    return joined({ salutation, firstName, lastName, suffix });
  },
} satisfies MappingFunction;

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Removes suffixes from the end as long as a name is left. */
function takeEnd(words: string[]): string[] {
  const taken: string[] = [];
  while (words.length > 2 && isSuffix(words.at(-1) ?? '')) taken.unshift(words.pop() ?? '');
  return taken;
}

function takeStart(words: string[]): string[] {
  const taken: string[] = [];
  while (words.length > 1 && salutations.has(bare(words[0] ?? ''))) taken.push(words.shift() ?? '');
  return taken;
}

function isSuffix(word: string): boolean {
  return suffixes.has(bare(word));
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}

function split(words: readonly string[]): { firstName: readonly string[]; lastName: readonly string[] } {
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && particles.has(bare(word)));
  const at = particle < 0 ? words.length - 1 : particle;
  return { firstName: words.slice(0, at), lastName: words.slice(at) };
}

function joined(parts: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> | undefined {
  const named = Object.entries(parts).filter(([, words]) => words.length > 0);
  return named.length === 0 ? undefined : Object.fromEntries(named.map(([key, words]) => [key, words.join(' ')]));
}
