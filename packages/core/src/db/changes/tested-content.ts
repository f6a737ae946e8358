import { createHash } from 'node:crypto';
import { ChangeError, type ChangeProblem } from './change-error.ts';
import type { CheckChangeInput } from './check-change.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import type { ChangedDocuments } from './documents-after.ts';

/** What was checked and tested, before a transaction was opened for it. */
export interface TestedContent {
  /** The documents of the change themselves, and everything around them. */
  readonly items: string;
  readonly surroundings: string;
  readonly problems: readonly ChangeProblem[];
}

type Content = ChangedDocuments & Partial<Pick<CheckChangeInput, 'connections'>>;

/** Runs the checks and saved tests of documents while no transaction waits for them. */
export async function testContent<Set extends Content>(
  set: Set,
  run: (set: Set) => Promise<ChangeProblem[]>,
): Promise<TestedContent> {
  return { ...fingerprintOf(set), problems: await run(set) };
}

/**
 * The problems of documents, which the caller has locked. They are those that were found before, if the documents and
 * everything around them are still the same. Nothing is decided on tests of another content.
 * @throws ChangeError `CONTENT_CHANGED`
 */
export async function problemsOfContent<Set extends Content>(
  set: Set,
  run: (set: Set) => Promise<ChangeProblem[]>,
  { tested, act }: { readonly tested: TestedContent | undefined; readonly act: string },
): Promise<readonly ChangeProblem[]> {
  // Documents that only this transaction sees could not be tested before.
  if (tested === undefined) return run(set);
  const now = fingerprintOf(set);
  if (now.items !== tested.items) {
    throw new ChangeError('CONTENT_CHANGED', `The draft changed while its tests ran. Look at it, then ${act} again.`);
  }
  if (now.surroundings !== tested.surroundings) {
    throw new ChangeError(
      'CONTENT_CHANGED',
      `Something around it was published while its tests ran. ${capital(act)} again.`,
    );
  }
  return tested.problems;
}

function fingerprintOf({ items, surroundings, connections = [], removed }: Content) {
  const places = connections.map(({ key, system }) => JSON.stringify([key, system])).toSorted();
  return {
    items: hashOf(linesOf(items)),
    surroundings: hashOf([...linesOf(surroundings), ...places, ...(removed ?? [])]),
  };
}

const linesOf = (documents: readonly NamedDocument[]): string[] =>
  documents
    .map(({ definitionId, kind, key, name, document }) => JSON.stringify([definitionId, kind, key, name, document]))
    .toSorted();

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('base64');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
