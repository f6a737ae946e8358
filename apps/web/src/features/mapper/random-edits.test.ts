import { connectorCatalog } from '@throughline/connectors/catalog';
import { lineageOf } from '@throughline/core/mapping/analysis';
import { applyProposals, proposeMappings, type Proposal } from '@throughline/core/mapping/auto-map';
import { disconnect } from '@throughline/core/mapping/disconnect';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import {
  connect,
  editField,
  editNote,
  leaveOutEmpty,
  leavesOutEmpty,
  outlineEntries,
  readOutline,
} from '@throughline/core/mapping/fields';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { parseMapping, patchMapping, type TextEdit } from '@throughline/core/mapping/syntax';
import { templates } from '@throughline/core/templates';
import { RandomForms, seededNumbers } from '@throughline/core/testing/mapping/random-form';
import { expect, test } from 'vitest';
import { startHistory, type History } from '#features/drafts/history.ts';
import { editMapping, type MapperEdit } from './mapper-history.ts';
import { writtenValue } from './picking/written-value.ts';
import { fieldTree, flattenFields } from './target-fields.ts';

/* Random gestures on the customer mapping, the same ones on every machine. Undo and redo lose nothing, whatever was done. */

const shipped = templates
  .flatMap(({ definitions }) => definitions)
  .flatMap((definition): MappingDocument[] =>
    definition.kind === 'mapping' && definition.key === 'salesforce-account-to-customer' ? [definition.document] : [],
  );
const sources = { catalog: connectorCatalog, entities: entitySchemas };
const [first = { format: 1, source: { kind: 'any' }, target: { kind: 'any' }, text: '', tests: [] }] = shipped;
const shapes = {
  sourceSchema: resolveSchema(first.source, sources).schema,
  targetSchema: resolveSchema(first.target, sources).schema,
};
const samples = first.tests.map(({ input }) => input);
const sourcePaths = flattenFields(fieldTree(shapes.sourceSchema)).map(({ path }) => path);
const targetPaths = flattenFields(fieldTree(shapes.targetSchema)).map(({ path }) => path);
const proposals = proposeMappings({ source: shapes.sourceSchema, target: shapes.targetSchema, samples });

type Gesture = 'line' | 'no line' | 'form' | 'value' | 'note' | 'removal' | 'proposals' | 'whole' | 'typing';
const gestures: readonly Gesture[] = [
  'line',
  'line',
  'line',
  'no line',
  'form',
  'form',
  'value',
  'note',
  'removal',
  'proposals',
  'whole',
  'typing',
  'typing',
];

/** Somebody who does things to a mapping without a plan. */
class Author {
  readonly #next: () => number;
  readonly #forms: RandomForms;
  #run = 0;

  constructor(seed: number) {
    this.#next = seededNumbers(seed);
    this.#forms = new RandomForms(this.#next);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#next() * items.length)] as Item;
  }

  /** What the mapper dispatches for a gesture; nothing if it was refused. */
  edits(gesture: Gesture, text: string): readonly MapperEdit[] {
    if (gesture === 'typing') return this.#typing(text);
    const edits = this.#patch(gesture, text);
    return edits === undefined ? [] : [{ type: 'edits', base: text, edits }];
  }

  #patch(gesture: Exclude<Gesture, 'typing'>, text: string): readonly TextEdit[] | undefined {
    switch (gesture) {
      case 'line':
        return this.#line(text);
      case 'no line':
        return this.#noLine(text);
      case 'form':
        return editsOf(editField(text, this.pick(targetPaths), this.#forms.form(2), shapes));
      case 'value':
        return editsOf(writtenValue(text, this.pick(targetPaths), this.pick(['"vat"', '5', 'account.Name']), shapes));
      case 'note':
        return editNote(text, this.#written(text), this.pick(['Ours.', 'Asked sales.', '']));
      case 'removal': {
        const removed = patchMapping(text, { operation: 'remove', target: this.#written(text) });
        return removed.isOk ? removed.edits : undefined;
      }
      case 'proposals':
        return applyProposals(text, this.#some(proposals)).edits;
      case 'whole':
        return leaveOutEmpty(text, leavesOutEmpty(text) !== true);
    }
  }

  #line(text: string): readonly TextEdit[] | undefined {
    const [source, target] = [this.pick(sourcePaths), this.pick(targetPaths)];
    const connection = connect({ text, source, target, ...shapes, samples });
    if (connection.kind === 'refused') return undefined;
    return connection.kind === 'connected' ? connection.edits : this.pick(connection.choices).edits;
  }

  #noLine(text: string): readonly TextEdit[] | undefined {
    const lines = lineageOf(text).flatMap(({ target, sources: from }) =>
      from.filter(({ root }) => root === undefined).map(({ path }) => ({ target: names(target), source: names(path) })),
    );
    for (let tried = 0; tried < 5 && lines.length > 0; tried += 1) {
      const { target, source } = this.pick(lines);
      const edits = editsOf(disconnect(text, target, source));
      if (edits !== undefined) return edits;
    }
    return undefined;
  }

  /** A stretch of keystrokes, which is one step. It may leave a text that cannot be read. */
  #typing(text: string): readonly MapperEdit[] {
    this.#run += 1;
    const at = Math.floor(this.#next() * (text.length + 1));
    const typed = this.pick(['x', ' /* seen */ ', '"', '{', '\n', 'é🙂']);
    const symbols = Array.from(typed);
    return symbols.map((_, index) => ({
      type: 'text',
      text: text.slice(0, at) + symbols.slice(0, index + 1).join('') + text.slice(at),
      run: this.#run,
    }));
  }

  #written(text: string): readonly string[] {
    const entries = outlineEntries(readOutline(text).object);
    return entries.length === 0 ? ['id'] : this.pick(entries).path;
  }

  #some(all: readonly Proposal[]): readonly Proposal[] {
    return all.filter(() => this.#next() < 0.2);
  }
}

const names = (path: ReturnType<typeof lineageOf>[number]['target']): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));

const editsOf = (
  result: { readonly edits: readonly TextEdit[] } | { readonly reason: string },
): readonly TextEdit[] | undefined => ('edits' in result ? result.edits : undefined);

const textOf = ({ present }: History<MappingDocument>): string => present.text;

test.each([1, 2, 3])('200 random gestures, undone and done again, byte for byte (seed %i)', (seed) => {
  const author = new Author(seed);
  let history = startHistory({ ...first, text: seed % 2 === 0 ? first.text : '' });
  const texts = [textOf(history)];
  const done = new Map<Gesture | 'undo', number>();
  while (texts.length <= 200) {
    // A text that was typed into pieces is mostly undone again, because gestures on fields are refused in it.
    const isReadable = parseMapping(textOf(history)).errors.length === 0;
    const isUndone = texts.length > 1 && author.pick([true, !isReadable, !isReadable, false, false]);
    if (isUndone) {
      const [undone] = texts.splice(Math.max(1, texts.length - 1));
      history = editMapping(history, { type: 'undo' });
      expect(textOf(history)).toBe(texts.at(-1));
      done.set('undo', (done.get('undo') ?? 0) + 1);
      if (undone !== undefined && author.pick([true, false])) {
        history = editMapping(history, { type: 'redo' });
        expect(textOf(history)).toBe(undone);
        texts.push(undone);
      }
      continue;
    }
    const gesture = author.pick(gestures);
    const before = textOf(history);
    for (const edit of author.edits(gesture, before)) history = editMapping(history, edit);
    if (textOf(history) === before) continue;
    texts.push(textOf(history));
    done.set(gesture, (done.get(gesture) ?? 0) + 1);
  }
  const faults: string[] = [];
  for (const before of texts.slice(0, -1).toReversed()) {
    history = editMapping(history, { type: 'undo' });
    if (textOf(history) !== before) faults.push('undo led elsewhere');
  }
  expect(textOf(history)).toBe(texts[0]);
  expect(editMapping(history, { type: 'undo' })).toBe(history);
  for (const after of texts.slice(1)) {
    history = editMapping(history, { type: 'redo' });
    if (textOf(history) !== after) faults.push('redo led elsewhere');
  }
  expect({ faults, last: textOf(history) }).toEqual({ faults: [], last: texts.at(-1) });
  // Otherwise, gestures that never happened would seem to work.
  expect([...done.keys()].toSorted()).toEqual([...new Set([...gestures, 'undo'])].toSorted());
});
