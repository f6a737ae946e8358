import { PersonError } from './person-error.ts';

export const longestName = 100;

/**
 * A name as it is stored: in one form for what looks the same, without characters that nobody sees, trimmed and with single
 * spaces. @throws PersonError `NAME_NOT_ALLOWED` for one that is blank, too long, or holds control characters
 */
export function readPersonName(text: string): string {
  // Judged before anything is computed from it, because the text may be huge.
  if (text.length > 4 * longestName) throw notAllowed(`The name can have ${longestName} characters at most.`);
  const name = text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
  if (Array.from(name).length > longestName) throw notAllowed(`The name can have ${longestName} characters at most.`);
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) {
    throw notAllowed('The name holds control characters or line breaks, usually pasted by accident. Type it again.');
  }
  if (/[<>]/.test(name)) throw notAllowed('A name cannot hold the characters < and >. Leave them out.');
  if (!/\p{L}/u.test(name)) throw notAllowed('A name needs at least one letter.');
  return name;
}

/**
 * What a name looks like to somebody who reads quickly. Names with the same likeness would be taken for one another:
 * case, accents, spaces and punctuation do not tell them apart, nor do letters of other alphabets that look alike.
 */
export function nameLikeness(name: string): string {
  return joined(wordsOf(name));
}

/**
 * Likenesses of all names that somebody who reads quickly finds in this one: its whole words in a row, if they are a full
 * name, and what stands by itself between brackets or commas. One word of a longer name is nobody's full name.
 */
export function namesWithin(name: string): { readonly full: ReadonlySet<string>; readonly apart: ReadonlySet<string> } {
  const words = wordsOf(name);
  const full = words.flatMap((_, start) =>
    words.slice(start).map((__, more) => joined(words.slice(start, start + more + 1))),
  );
  const apart = name
    .normalize('NFKC')
    .split(/[()[\]{},;:/|•·–—]|\s-+\s/u)
    .map(nameLikeness);
  return { full: new Set(full), apart: new Set([nameLikeness(name), ...apart]) };
}

/** Whether a name consists of several words, as a full name does. */
export const isFullName = (name: string): boolean => wordsOf(name).length > 1;

const wordsOf = (name: string): string[] =>
  Array.from(name.normalize('NFKD').toLowerCase())
    .map((character) => lookAlikes[character] ?? character)
    .join('')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const joined = (words: readonly string[]): string =>
  words.join('').replace(/rn|vv|ci/g, (pair) => drawnLike[pair] ?? pair);

/** Pairs of letters that are drawn like one, after `lookAlikes` has made `l` an `i`. */
const drawnLike: Readonly<Record<string, string>> = { rn: 'm', vv: 'w', ci: 'd' };

const notAllowed = (message: string): PersonError => new PersonError('NAME_NOT_ALLOWED', message);

/** Small letters of Cyrillic, Greek and Armenian, and digits, by the Latin letter each is drawn like. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аαɑ',
    b: 'ьв',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еє',
    g: 'ɡ',
    h: 'һнհ',
    i: 'іıιl1|ӏΙ',
    j: 'јϳ',
    k: 'кκ',
    m: 'м',
    n: 'ոη',
    o: 'оοօσ0',
    p: 'рρ',
    q: 'ԛ',
    r: 'гɾ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υսս',
    v: 'ѵν',
    w: 'ԝшωա',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
    ss: 'ß',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin])),
);
