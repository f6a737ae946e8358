import { samePath } from '../../same-path.ts';
import { compareNames } from '../evidence/name-evidence.ts';
import type { Word } from '../names/words-of.ts';
import type { ListShape, RecordShape } from '../shapes/record-shape.ts';
import { itemsAt } from '../../sample-values.ts';
import { groupsOf } from './field-groups.ts';
import { matchFields, type FieldMatch, type Knowledge } from './match-fields.ts';
import { placedFields, type SourceSide } from './record-side.ts';
import { currencyFor } from './currency-for.ts';

/** A target list and what it is made of. */
export interface ListMatch {
  readonly target: ListShape;
  /** The path of the source list, or of the object with the fields. */
  readonly source: readonly string[];
  readonly isPerItem: boolean;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly fields: readonly FieldMatch[];
  readonly lists: readonly ListMatch[];
}

const mostListsCompared = 3;

/** Pairs the lists of a target record with lists of the source, by their names and by how well their best fields match. */
export function matchLists(input: ListsInput): ListMatch[] {
  const { target, side, knowledge, to, from } = input;
  return target.lists.flatMap((list) => {
    if (list.isReadOnly) return [];
    const built = knowledge.lists.find((one) => samePath(one.target, [...to, ...list.path]));
    const isPossible = ({ path }: ListShape): boolean => {
      return built === undefined || (built.source !== undefined && samePath(built.source, [...from, ...path]));
    };
    const found = likelyLists(list, side.record.lists.filter(isPossible))
      .map((source) => matchList(list, source, input, built !== undefined))
      .filter((match) => match !== undefined);
    const isOneItem = built === undefined || built.source === undefined;
    const best =
      found.toSorted((a, b) => b.confidence - a.confidence)[0] ??
      (isOneItem ? fromGroup(list, side, knowledge) : undefined);
    return best === undefined ? [] : [best];
  });
}

interface ListsInput {
  readonly target: RecordShape;
  readonly side: SourceSide;
  readonly knowledge: Knowledge;
  /** The paths of the lists around, on both sides. */
  readonly to: readonly string[];
  readonly from: readonly string[];
}

/** The few source lists that have most words in common with a target list. */
function likelyLists(target: ListShape, sources: readonly ListShape[]): ListShape[] {
  const wanted = conceptsIn(target.record);
  return sources
    .map((source) => {
      const given = conceptsIn(source.record);
      const shared = [...wanted].filter((word) => given.has(word)).length / Math.max(1, wanted.size);
      return { source, score: shared + listNames(target, source) };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostListsCompared)
    .map(({ source }) => source);
}

function matchList(
  target: ListShape,
  source: ListShape,
  { side, knowledge, to, from }: ListsInput,
  isGiven: boolean,
): ListMatch | undefined {
  const inner: SourceSide = {
    record: source.record,
    samples: itemsAt(side.samples, source.path),
    anchor: undefined,
    currency: outerCurrency(side),
  };
  const fields = matchFields(placedFields(target.record), inner, knowledge);
  const name = listNames(target, source);
  const share = shareOf(fields, target.record);
  const isOnly = side.record.lists.length === 1;
  const score = Math.max(
    0.55 * name + 0.5 * share + (isOnly ? 0.25 : 0),
    share >= 0.75 ? share * 0.9 : 0,
    isGiven ? 0.8 : 0,
  );
  if (score < 0.4 || fields.every(({ isOwnId }) => isOwnId)) return undefined;
  const factor = Math.min(1, 0.55 + 0.55 * score);
  return {
    target,
    source: source.path,
    isPerItem: true,
    confidence: Math.min(0.99, score),
    reasons: [
      ...(name >= 0.9 ? ['The lists have the same name.'] : name >= 0.5 ? ['The lists have similar names.'] : []),
      `${fields.length} of ${target.record.fields.length} fields of an item match.`,
    ],
    fields: fields.map((field) => ({ ...field, confidence: field.confidence * factor })),
    lists: matchLists({
      target: target.record,
      side: inner,
      knowledge,
      to: [...to, ...target.path],
      from: [...from, ...source.path],
    }),
  };
}

/** One item from fields that belong together, such as `BillingStreet` and `BillingCity`. */
function fromGroup(target: ListShape, side: SourceSide, knowledge: Knowledge): ListMatch | undefined {
  const targets = placedFields(target.record);
  let best: { readonly fields: FieldMatch[]; readonly name: string; readonly share: number } | undefined;
  for (const { name, record } of groupsOf(side.record)) {
    const fields = matchFields(targets, { ...side, record, anchor: undefined }, knowledge).filter(
      ({ confidence }) => confidence >= 0.6,
    );
    const share = shareOf(fields, target.record);
    if (fields.length >= 3 && share >= 0.45 && share > (best?.share ?? 0)) best = { fields, name, share };
  }
  if (best === undefined) return undefined;
  const { fields, name, share } = best;
  return {
    target,
    source: fields[0]?.source ?? [],
    isPerItem: false,
    confidence: Math.min(0.9, 0.4 + share * 0.6),
    reasons: [`One item from the ${fields.length} fields whose names start with “${name}”.`],
    fields: fields.map((field) => ({ ...field, confidence: field.confidence * 0.92 })),
    lists: [],
  };
}

/** How much of a record is matched with some certainty. Its own id counts little. */
function shareOf(fields: readonly FieldMatch[], { fields: all }: RecordShape): number {
  const open = all.filter(({ isReadOnly }) => !isReadOnly).length;
  const sum = fields.reduce(
    (total, { confidence, isOwnId }) => total + (isOwnId ? 0.2 : confidence >= 0.5 ? confidence : 0),
    0,
  );
  return open === 0 ? 0 : sum / open;
}

/** The wrapper around a list says as much as its own name. */
function listNames(target: ListShape, source: ListShape): number {
  return compareNames(plain(namesOf(target)), plain(namesOf(source))).score;
}

function namesOf({ path, words, around }: ListShape): readonly Word[] {
  return (path.at(-1) === 'items' ? around[0]?.words : undefined) ?? words;
}

const conceptsIn = ({ fields }: RecordShape): ReadonlySet<string> =>
  new Set(fields.flatMap(({ names }) => (names[0] ?? []).map(({ concept }) => concept)));

const plain = (words: readonly Word[]) => words.map((word) => ({ word, weight: word.weight }));

function outerCurrency(side: SourceSide): string | undefined {
  const [field] = side.record.fields;
  const top =
    field === undefined ? undefined : currencyFor({ field: { ...field, around: [] }, around: [], record: [] }, side);
  return top === undefined || top === side.currency ? side.currency : `$$.${top}`;
}
