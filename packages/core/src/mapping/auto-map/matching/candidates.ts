import { relatives } from '../names/synonyms.ts';
import type { FieldShape } from '../shapes/record-shape.ts';

/** So many entries of the index are read for one field, the rarest words first. */
const mostReadPerField = 160;
const mostCandidates = 24;

/** Finds the fields that share a word with another field, without comparing it with all of them. */
export class CandidateIndex {
  readonly #entries = new Map<string, number[]>();
  /** How much each field has in common with the one that is looked up. All are 0 in between. */
  readonly #counts: Float64Array;

  constructor(fields: readonly FieldShape[]) {
    this.#counts = new Float64Array(fields.length);
    for (const [index, field] of fields.entries()) {
      for (const key of keysOf(field)) {
        const entries = this.#entries.get(key);
        if (entries === undefined) this.#entries.set(key, [index]);
        else entries.push(index);
      }
    }
  }

  /** Indexes of fields that may match, those with the most words in common first. */
  candidatesFor(field: FieldShape): number[] {
    const keys = new Set([...keysOf(field)].flatMap((key) => [key, ...relatives(key)]));
    const found = [...keys].map((key) => this.#entries.get(key) ?? []).toSorted((a, b) => a.length - b.length);
    const touched: number[] = [];
    let read = 0;
    for (const entries of found) {
      if (read >= mostReadPerField) break;
      for (const index of entries.slice(0, mostReadPerField - read)) {
        const before = this.#counts[index] ?? 0;
        if (before === 0) touched.push(index);
        this.#counts[index] = before + 1 / (1 + entries.length / 8);
        read += 1;
      }
    }
    const counts = this.#counts;
    const best = touched.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, mostCandidates);
    for (const index of touched) counts[index] = 0;
    return best;
  }
}

/** An id is found by what it identifies, everything else by the words of its name and title. */
function keysOf(field: FieldShape): Set<string> {
  const words = field.names.flat();
  const around = field.around[0]?.words ?? [];
  const own = words.map(({ concept }) => concept);
  if (field.kind === 'id' && field.identifies.length === 0) own.push('own id');
  const isPlain = words.every(({ weight }) => weight < 1);
  // Plain names such as `name` are found by the object around them as well.
  const together = isPlain
    ? around.flatMap(({ concept }) => [concept, ...own.map((word) => `${concept}.${word}`)])
    : [];
  // Fields of the same name are found however many others share its words.
  const whole = field.names.map((name) => `= ${name.map(({ concept }) => concept).join(' ')}`);
  return new Set([...whole, ...own, ...together, ...field.identifies.flat().map(({ concept }) => `${concept} id`)]);
}
