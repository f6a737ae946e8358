import { keyOf } from '../../syntax/find-target.ts';
import { insertEntries } from '../../syntax/insert-entries.ts';
import { objectOf, type BoundNode, type BuiltObject } from '../../syntax/object-of.ts';
import { parseMapping } from '../../syntax/parse-mapping.ts';
import type { SyntaxTree } from '../../syntax/syntax-node.ts';
import { applyEdits, type TextEdit } from '../../syntax/text-edit.ts';
import type { Proposal } from '../proposal.ts';
import { draftObject, renderDraft, renderEntry, targetsIn, type Draft, type DraftObject } from './drafts.ts';
import { atTop, isSingle, readingIn, type Reading } from './source-of-list.ts';

export interface AppliedProposals {
  readonly text: string;
  /** The one part of the text that changed; empty if nothing did. */
  readonly edits: readonly TextEdit[];
  /** Target fields that the text has now. */
  readonly written: readonly (readonly string[])[];
  /** Target fields that have an expression already, or for which the text has no place. */
  readonly skipped: readonly (readonly string[])[];
}

/**
 * Writes proposals into a mapping's text, with the objects and lists that they need around them. Only entries are
 * added: everything that is written stays, including comments and layout. Works on an empty text.
 */
export function applyProposals(text: string, proposals: readonly Proposal[]): AppliedProposals {
  const drafts = draftObject(proposals);
  const writing = new Writing();
  // The first entry of an object sets the style. Then its other entries can be added all at once.
  const first = writing.round(text.trim() === '' ? '{\n}' : text, drafts, 'first');
  const whole = first === undefined ? undefined : writing.round(first, drafts, 'all');
  if (whole === undefined || writing.written.length === 0) {
    return { text, edits: [], written: [], skipped: [...writing.skipped, ...targetsIn(drafts)] };
  }
  return { text: whole, edits: [changedPart(text, whole)], written: writing.written, skipped: writing.skipped };
}

class Writing {
  readonly written: (readonly string[])[] = [];
  readonly skipped: (readonly string[])[] = [];
  #edits: TextEdit[] = [];

  /** Undefined if the text builds no object. Drafts that are dealt with are removed. */
  round(text: string, drafts: DraftObject, amount: 'first' | 'all'): string | undefined {
    this.#edits = [];
    const { tree } = parseMapping(text);
    const built = builtBy({ node: tree.root, bindings: undefined });
    if (built === undefined || built.each !== undefined) return undefined;
    this.#object({ tree, built, drafts, reading: atTop, amount });
    return applyEdits(text, this.#edits);
  }

  #object({ tree, built, drafts, reading, amount }: ObjectInput): void {
    const { container, bindings } = built;
    const added: [string, Draft][] = [];
    for (const [name, draft] of drafts.entries) {
      const entry = container.entries.find((other) => keyOf(other) === name);
      if (entry === undefined) {
        added.push([name, draft]);
        continue;
      }
      const { start, end, kind } = entry.value;
      if (kind === 'missing') {
        drafts.entries.delete(name);
        this.#edits.push({
          start,
          end,
          text: ` ${renderDraft(adapted(draft, reading), indentAt(tree.text, entry.start))}`,
        });
        this.written.push(...targetsIn(draft));
        continue;
      }
      const inner = builtBy({ node: entry.value, bindings });
      const inside = inner && readingIn(inner, reading);
      const isFitting =
        draft.kind === 'object' && inner !== undefined && inside !== undefined && fits(draft, inner, inside);
      if (isFitting) this.#object({ tree, built: inner, drafts: draft, reading: inside, amount });
      else this.#skip(drafts, name, draft);
    }
    const now = amount === 'first' ? added.slice(0, 1) : added;
    const indent = indentOf(tree, built);
    for (const [name, draft] of now) {
      drafts.entries.delete(name);
      this.#edits.push(
        ...insertEntries(tree, container, container.entries.length, [
          renderEntry(name, adapted(draft, reading), indent),
        ]),
      );
      this.written.push(...targetsIn(draft));
    }
  }

  #skip(drafts: DraftObject, name: string, draft: Draft): void {
    drafts.entries.delete(name);
    this.skipped.push(...targetsIn(draft));
  }
}

interface ObjectInput {
  readonly tree: SyntaxTree;
  readonly built: BuiltObject;
  readonly drafts: DraftObject;
  readonly reading: Reading;
  readonly amount: 'first' | 'all';
}

function builtBy(expression: BoundNode): BuiltObject | undefined {
  const built = objectOf(expression);
  return built?.isGroup === true ? undefined : built;
}

/** An object that is written fits a draft if it is built from the same list, or both from none. */
function fits({ list }: DraftObject, built: BuiltObject, { context, item }: Reading): boolean {
  if (list === undefined) return built.each === undefined;
  if (list.source === undefined) return isSingle(built);
  const from = item?.list ?? context;
  return (
    built.each !== undefined &&
    from?.length === list.source.length &&
    from.every((name, at) => list.source?.[at] === name)
  );
}

/** Where a variable holds the item, expressions are read from it. */
function adapted(draft: Draft, { item }: Reading): Draft {
  if (item === undefined) return draft;
  if (draft.kind === 'object') {
    if (draft.list?.source !== undefined) return { ...draft, list: { ...draft.list, variable: item.variable } };
    const entries = [...draft.entries].map(
      ([name, inner]) => [name, adapted(inner, { context: undefined, item })] as const,
    );
    return { ...draft, entries: new Map(entries) };
  }
  const { expression } = draft;
  const isPath = /^[\p{L}_`]/u.test(expression) && !/[(\s]/.test(expression.replaceAll(/`[^`]*`/g, ''));
  return { ...draft, expression: `$${item.variable}.${isPath ? expression : `(${expression})`}` };
}

/** The indentation of an object's entries. */
function indentOf({ text }: SyntaxTree, { container }: BuiltObject): string {
  const entry = container.entries.at(-1);
  return entry === undefined ? `${indentAt(text, container.brace)}  ` : indentAt(text, entry.start);
}

/** The white space with which the line at an offset starts. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The smallest part that differs. */
function changedPart(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
