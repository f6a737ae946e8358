import type { FieldShape, ObjectShape } from '../shapes/record-shape.ts';
import type { Word } from '../names/words-of.ts';
import { compareNames, type NameMatch, type Weighted } from './name-evidence.ts';

/** A field with the words to which its record is reduced. */
export interface Placed {
  readonly field: FieldShape;
  /** The objects around it that tell it apart from other fields, innermost first. */
  readonly around: readonly ObjectShape[];
  /** The words of the record in which it is. They go without saying. */
  readonly record: readonly Word[];
}

/** How much the names of two fields say that they mean the same. */
export function nameEvidence(target: Placed, source: Placed): NameMatch {
  if (target.field.kind === 'id' && source.field.kind === 'id') return idEvidence(target, source);
  let best: NameMatch = { score: 0, synonyms: [] };
  const [targets, sources] = [wordsFor(target), wordsFor(source)];
  for (const one of targets) {
    for (const other of sources) {
      const match = compareNames(one, other);
      if (match.score > best.score) best = match;
    }
  }
  return best;
}

/**
 * Ids match if they identify the same. The id of a record matches the id of the record that it is made from, and every
 * field that names that record.
 */
function idEvidence(target: Placed, source: Placed): NameMatch {
  const [wanted, given] = [identified(target), identified(source)];
  if (wanted.length === 0 && given.length === 0) return { score: 1, synonyms: [] };
  const [wants, gives] = [wanted.length === 0 ? [target.record] : wanted, given.length === 0 ? [source.record] : given];
  let best: NameMatch = { score: 0, synonyms: [] };
  for (const one of wants) {
    for (const other of gives) {
      const match = compareNames(plain(one), plain(other));
      if (match.score > best.score) best = match;
    }
  }
  // The lead of a project is no project, and an item of a line is not the line.
  const isOther = given.length === 0 && target.field.isReference && areSaid(wants[0], target.record);
  const factor = isOther ? 0.4 : given.length === 0 ? 0.97 : 1;
  return { ...best, score: best.score ** 1.6 * factor };
}

const areSaid = (words: readonly Word[] = [], record: readonly Word[]): boolean =>
  words.every(({ concept }) => record.some((word) => word.concept === concept));

const plain = (words: readonly Word[]): Weighted[] => words.map((word) => ({ word, weight: word.weight }));

/** Empty for the record's own id: the object that corresponds to the whole record goes without saying. */
function identified({ field, around }: Placed): readonly (readonly Word[])[] {
  const isOwn = field.identifies.length === 1 && field.identifies[0] === field.around[0]?.words;
  return isOwn && around.length === 0 ? [] : field.identifies;
}

/** Name and title each, with the words of the objects around. */
function wordsFor(placed: Placed): readonly (readonly Weighted[])[] {
  const known = cache.get(placed);
  if (known !== undefined) return known;
  const { field, around, record } = placed;
  const said = new Set(record.map(({ concept }) => concept));
  const all = field.names.map((names) => {
    const own = names.map((word) => ({ word, weight: ownWeight(word, field, said, names.length) }));
    const isGeneric = names.every(({ weight, concept }) => weight < 1 || genericConcepts.has(concept));
    const outer = around.slice(0, 2).flatMap(({ words }, distance) => {
      const weight = (isGeneric ? 0.9 : 0.4) * (distance === 0 ? 1 : 0.3);
      const others = words.filter(
        ({ concept }) => !said.has(concept) && !own.some(({ word }) => word.concept === concept),
      );
      return others.map((word) => ({ word, weight: (weight * word.weight) / others.length }));
    });
    return [...own, ...outer];
  });
  cache.set(placed, all);
  return all;
}

const cache = new WeakMap<Placed, readonly (readonly Weighted[])[]>();

/** Concepts that many records have, so that the object around a field has to match too. */
const genericConcepts: ReadonlySet<string> = new Set([
  'name',
  'email',
  'phone',
  'description',
  'status',
  'kind',
  'amount',
  'title',
  'date',
  'code',
  'label',
  'currency',
]);

function ownWeight(word: Word, { kind }: FieldShape, said: ReadonlySet<string>, count: number): number {
  if (count > 1 && said.has(word.concept)) return word.weight * 0.25;
  return impliedBy[kind]?.includes(word.word) === true && count > 1 ? word.weight * 0.4 : word.weight;
}

/** Words that only repeat what kind of value it is. */
const impliedBy: Partial<Record<FieldShape['kind'], readonly string[]>> = {
  currency: ['code', 'iso'],
  country: ['code', 'iso'],
  date: ['date', 'day'],
  instant: ['date', 'time', 'timestamp'],
  decimal: ['decimal'],
  email: ['address'],
  choice: ['code'],
};
