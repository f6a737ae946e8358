import { entryText } from '../syntax/entry-text.ts';
import { findTarget } from '../syntax/find-target.ts';
import { insertEntries } from '../syntax/insert-entries.ts';
import type { Container } from '../syntax/object-of.ts';
import { applyEdits, type TextEdit } from '../syntax/text-edit.ts';
import { editExpression } from './edit-field.ts';
import { readTree } from './read-tree.ts';
import { removeField } from './remove-field.ts';

export interface FieldExpression {
  /** Its place among the fields. */
  readonly index: number;
  readonly target: readonly string[];
  /** Empty: the field is removed. */
  readonly expression: string;
}

interface Refusal {
  readonly index: number;
  readonly reason: string;
}

interface Written {
  readonly text: string;
  readonly refusals: readonly Refusal[];
}

/**
 * Removes fields, and then sets others, in rounds: a round writes everything whose places do not overlap, so that the
 * text is read a few times rather than once per field.
 */
export function writeTogether(text: string, fields: readonly FieldExpression[]): Written {
  const removals = fields.filter(({ expression }) => expression === '');
  const settings = fields.filter(({ expression }) => expression !== '');
  const removed = inRounds(text, removals, (round, { target }) => removeField(round.text, target));
  const whole = removed.text.trim() === '' && settings.length > 0 ? '{\n}' : removed.text;
  const set = inRounds(whole, settings, (round, field) => round.added(field));
  return { text: set.text, refusals: [...removed.refusals, ...set.refusals] };
}

type Outcome = { readonly edits: readonly TextEdit[] } | { readonly reason: string } | undefined;

function inRounds(
  before: string,
  fields: readonly FieldExpression[],
  /** The edits for a field, or why there are none; undefined if the round keeps it itself. */
  write: (round: Round, field: FieldExpression) => Outcome,
): Written {
  let text = before;
  let waiting = fields;
  const refusals: Refusal[] = [];
  while (waiting.length > 0) {
    const round = new Round(text);
    for (const field of waiting) {
      const outcome = write(round, field);
      if (outcome === undefined) continue;
      if ('reason' in outcome) refusals.push({ index: field.index, reason: outcome.reason });
      else round.take([field], outcome.edits);
    }
    round.insert();
    text = applyEdits(text, round.edits);
    waiting = round.later;
  }
  return { text, refusals };
}

class Round {
  readonly text: string;
  readonly edits: TextEdit[] = [];
  /** Fields whose places overlap with those of others. */
  readonly later: FieldExpression[] = [];
  /** New entries by object and key. */
  readonly #added = new Map<number, { readonly container: Container; readonly entries: Map<string, NewEntry> }>();

  constructor(text: string) {
    this.text = text;
  }

  take(fields: readonly FieldExpression[], edits: readonly TextEdit[]): void {
    const isFree = edits.every(({ start, end }) => !this.edits.some((other) => start < other.end && other.start < end));
    if (isFree) this.edits.push(...edits);
    else this.later.push(...fields);
  }

  /** Keeps a field that the text does not have yet; other fields are written as they are. */
  added(field: FieldExpression): Outcome {
    const { target, expression } = field;
    const { container, depth, entries } = findTarget(readTree(this.text).root, target);
    const missing = target.slice(depth);
    const [key] = missing;
    if (container === undefined || entries.length > 0 || key === undefined) {
      return editExpression(this.text, target, expression);
    }
    const own = this.#added.get(container.brace) ?? { container, entries: new Map<string, NewEntry>() };
    this.#added.set(container.brace, own);
    // A field inside a new one has its place as soon as that is there.
    if (own.entries.has(key)) this.later.push(field);
    else own.entries.set(key, { field, text: entryText(missing, expression) });
    return undefined;
  }

  insert(): void {
    const tree = readTree(this.text);
    for (const { container, entries } of this.#added.values()) {
      const all = [...entries.values()];
      const texts = all.map(({ text }) => text);
      this.take(
        all.map(({ field }) => field),
        insertEntries(tree, container, container.entries.length, texts),
      );
    }
  }
}

interface NewEntry {
  readonly field: FieldExpression;
  readonly text: string;
}
