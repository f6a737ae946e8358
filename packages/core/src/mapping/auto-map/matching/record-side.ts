import { compareNames } from '../evidence/name-evidence.ts';
import type { Placed } from '../evidence/score-pair.ts';
import type { Word } from '../names/words-of.ts';
import type { FieldShape, ObjectShape, RecordShape } from '../shapes/record-shape.ts';

/** A source record, or the item of a source list, with its samples. */
export interface SourceSide {
  readonly record: RecordShape;
  readonly samples: readonly unknown[];
  /** The object that corresponds to the target as a whole, such as the main part of a bundle. */
  readonly anchor: ObjectShape | undefined;
  /** The currency that applies where the record names none, as an expression. */
  readonly currency: string | undefined;
}

/** The fields of a record as they are compared. */
export function placedFields(record: RecordShape, anchor?: ObjectShape): Placed[] {
  const words = anchor?.words ?? record.words;
  return record.fields.map((field) => placed(field, words, anchor));
}

function placed(field: FieldShape, words: readonly Word[], anchor: ObjectShape | undefined): Placed {
  const said = new Set(words.map(({ concept }) => concept));
  const around = field.around.filter(
    (object) => object !== anchor && !object.words.every(({ concept }) => said.has(concept) && concept !== 'owner'),
  );
  return { field, around, record: words };
}

/**
 * The part of a bundle that becomes the target: the one that is called like it, or else the first one. A record with as
 * many fields of its own as objects has none.
 */
export function anchorOf(source: RecordShape, target: RecordShape): ObjectShape | undefined {
  const own = source.fields.filter(({ around, kind }) => around.length === 0 && kind !== 'id').length;
  if (own >= source.objects.length) return undefined;
  const scores = source.objects.map((object) => ({
    object,
    score: compareNames(plain(object.words), plain(target.words)).score,
  }));
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  return best?.object;
}

const plain = (words: readonly Word[]) => words.map((word) => ({ word, weight: word.weight }));
