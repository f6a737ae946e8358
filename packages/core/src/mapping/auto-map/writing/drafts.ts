import { pathName } from '../../path-name.ts';
import type { Proposal } from '../proposal.ts';

/** What is to be written at a place of the target. */
export type Draft =
  | { readonly kind: 'value'; readonly target: readonly string[]; readonly expression: string }
  | DraftObject;

export interface DraftObject {
  readonly kind: 'object';
  readonly entries: Map<string, Draft>;
  /** Present for the item of a list. */
  readonly list?: DraftList | undefined;
}

/** Where the items come from: a source list by its path from the input, or nothing for a list of one item. */
export interface DraftList {
  readonly source: readonly string[] | undefined;
  /** The path within the item of the list around it. */
  readonly read: readonly string[];
  /** The variable that holds the item of the list around, if bare names do not read it. */
  readonly variable?: string | undefined;
}

/** Proposals as the objects and lists that they need. */
export function draftObject(proposals: readonly Proposal[]): DraftObject {
  const root: DraftObject = { kind: 'object', entries: new Map() };
  for (const proposal of proposals) add(root, proposal, { depth: 0, from: [] });
  return root;
}

interface Around {
  /** Length of the path of the list around. */
  readonly depth: number;
  /** The source list around. */
  readonly from: readonly string[];
}

function add(object: DraftObject, proposal: Proposal, around: Around): void {
  const names = proposal.target.slice(around.depth);
  const [last = ''] = names.splice(-1);
  const place = names.reduce(objectIn, object);
  if (proposal.kind === 'field') {
    const { target, expression } = proposal;
    if (!place.entries.has(last)) place.entries.set(last, { kind: 'value', target, expression });
    return;
  }
  if (proposal.children.length === 0) return;
  const known = place.entries.get(last);
  const source = proposal.isPerItem ? proposal.source : undefined;
  const list: DraftObject =
    known?.kind === 'object'
      ? known
      : { kind: 'object', entries: new Map(), list: { source, read: proposal.source.slice(around.from.length) } };
  place.entries.set(last, list);
  const inside = { depth: proposal.target.length, from: source ?? around.from };
  for (const child of proposal.children) add(list, child, inside);
}

function objectIn(around: DraftObject, name: string): DraftObject {
  const known = around.entries.get(name);
  if (known?.kind === 'object') return known;
  const object: DraftObject = { kind: 'object', entries: new Map() };
  around.entries.set(name, object);
  return object;
}

const maxLine = 72;

/** An entry as text. Short objects stay on one line. */
export const renderEntry = (name: string, draft: Draft, indent: string): string =>
  `${JSON.stringify(name)}: ${renderDraft(draft, indent)}`;

export function renderDraft(draft: Draft, indent: string): string {
  if (draft.kind === 'value') return draft.expression;
  const object = renderObject(draft, indent);
  if (draft.list === undefined) return object;
  const { source, read, variable } = draft.list;
  const path = [...(variable === undefined ? [] : [`$${variable}`]), ...read.map((name) => pathName(name))];
  return source === undefined ? `[${object}]` : `[${path.join('.')}.${object}]`;
}

function renderObject({ entries, list }: DraftObject, indent: string): string {
  const inner = `${indent}  `;
  const written = [...entries].map(([name, draft]) => renderEntry(name, draft, inner));
  const line = `{ ${written.join(', ')} }`;
  const isShort = line.length <= maxLine && !line.includes('\n') && (list === undefined || entries.size < 3);
  return isShort ? line : `{\n${written.map((entry) => inner + entry).join(',\n')}\n${indent}}`;
}

/** All fields with a value below a draft. */
export function targetsIn(draft: Draft): (readonly string[])[] {
  return draft.kind === 'value' ? [draft.target] : [...draft.entries.values()].flatMap(targetsIn);
}
