import type { SeededRandom } from './seeded-random.ts';

const fragments = [
  ...'.[]{}(),@#;:?+-*/%|=<>^&!~"\'`\\$ \n1a'.split(''),
  '..',
  ':=',
  '**',
  '~>',
  '?:',
  '??',
  '[]',
  '/*',
  '*/',
  ' and ',
  ' in ',
  'function(',
  '$x',
  '^(',
  '%.',
  '/a/',
  '\u00a0',
  '\ud83d',
];

/** Makes one to four random changes: characters deleted, repeated or moved, or something meaningful inserted. */
export function mutateText(text: string, random: SeededRandom): string {
  let changed = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) changed = mutateOnce(changed, random);
  return changed;
}

function mutateOnce(text: string, random: SeededRandom): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + 1 + random.below(3));
  const [before, piece, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + after.slice(0, 2) + piece + after.slice(2);
    default:
      return before + random.pick(fragments) + piece + after;
  }
}
