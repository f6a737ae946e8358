import { abbreviations } from './abbreviations.ts';
import { concept, phrase } from './synonyms.ts';

/** One word of a name: as it is written, in the singular and in full, and its meaning. */
export interface Word {
  readonly word: string;
  /** For people: two words that are written as one in `word` are apart. */
  readonly shown: string;
  readonly concept: string;
  /** How much it says about the field. */
  readonly weight: number;
}

/**
 * The words of a field's name or title, whatever its style: `Billing_City__c`, `billingCity` and `billing-cities` have
 * the same words. What marks a custom field is left out.
 */
export function wordsOf(name: string): readonly Word[] {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const words = read(name);
  if (cache.size > 20_000) cache.clear();
  cache.set(name, words);
  return words;
}

const cache = new Map<string, readonly Word[]>();

function read(name: string): readonly Word[] {
  const written = splitWords(withoutMarks(name)).map(singular);
  const words = written.map((word) => abbreviations[word] ?? word);
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]];
    const both = next === undefined ? undefined : phrase(word, next);
    joined.push(both === undefined ? wordFor(word, word) : wordFor(both, `${word} ${next}`));
    if (both !== undefined) at += 1;
  }
  const useful = joined.filter(({ word }) => !fillers.has(word));
  return useful.length === 0 ? joined : useful;
}

const wordFor = (word: string, shown: string): Word => ({
  word,
  shown,
  concept: concept(word),
  weight: weights[word] ?? 1,
});

/**
 * Salesforce ends the names of custom fields with `__c`. NetSuite starts them with `cust…_`, followed by the short name
 * of whoever added them.
 */
function withoutMarks(name: string): string {
  return name
    .replace(/__[a-z]{1,4}$/i, '')
    .replace(/^cust(?:body|entity|col|record|item|event)_?(?:[a-z]{1,3}_)?/i, '');
}

function splitWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F’']/g, '')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function singular(word: string): string {
  if (word.length < 4 || keptPlurals.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const keptPlurals: ReadonlySet<string> = new Set(['terms', 'hrs', 'subs', 'units', 'sales', 'arrears', 'news']);

/** Words without a meaning of their own. */
const fillers: ReadonlySet<string> = new Set([
  'is',
  'has',
  'the',
  'a',
  'of',
  'on',
  'at',
  'in',
  'by',
  'for',
  'our',
  'we',
]);

/** Words that many fields have say less about one. */
const weights: Readonly<Record<string, number>> = {
  id: 0.5,
  code: 0.3,
  key: 0.5,
  iso: 0.2,
  record: 0.4,
  internal: 0.3,
  date: 0.4,
  day: 0.4,
  time: 0.6,
  value: 0.6,
  number: 0.6,
  name: 0.7,
  type: 0.7,
  text: 0.5,
  reference: 0.6,
  last: 0.5,
  system: 0.6,
  unit: 0.5,
  full: 0.4,
  usual: 0.3,
};
