import { eq } from 'drizzle-orm';
import { inTestThread, type TestThread } from '../../flow/saved-tests/test-thread.ts';
import { testMapping } from '../../flow/test-mapping.ts';
import type { Problem } from '../../flow/problem.ts';
import type { OrganisationTx } from '../client.ts';
import { loadLatestDocuments, type NamedDocument } from '../definitions/load-documents.ts';
import { organisationOf } from '../organisation-of.ts';
import { change, changeItem, definition, draft } from '../schema/index.ts';
import { ChangeError, type ChangeProblem } from './change-error.ts';
import { documentsAfter, nameOf, type ChangedDocuments } from './documents-after.ts';
import { tablesOf } from './tables-of.ts';
import { usedValueMaps } from './used-value-maps.ts';

export interface TestedDocuments extends ChangedDocuments {
  readonly organisationId: string;
}

/**
 * Runs every saved test that the change can break: those of its own mappings, and those of mappings around it that
 * look values up in a value map of the change. A mapping around it that failed before is not the change's fault. The tests
 * share one thread and its limits; an aborted signal ends them.
 * @throws TestsBusyError when other tests of the organisation keep them waiting too long
 */
export const testChange = (input: TestedDocuments, signal?: AbortSignal): Promise<ChangeProblem[]> =>
  inTestThread({ signal, owner: input.organisationId }, (thread) => testInThread(thread, input));

async function testInThread(thread: TestThread, input: ChangedDocuments): Promise<ChangeProblem[]> {
  const changed = new Set(input.items.map(nameOf));
  const after = documentsAfter(input);
  const changedMaps = input.items.filter(({ kind }) => kind === 'value-map').map(({ key }) => key);
  const tablesAfter = tablesOf(after);
  const tablesBefore = tablesOf(input.surroundings);
  const problems: ChangeProblem[] = [];
  for (const item of after) {
    if (item.kind !== 'mapping') continue;
    const { definitionId, kind, key, name, document } = item;
    const isChanged = changed.has(nameOf(item));
    if (!isChanged && usedValueMaps(document, changedMaps).length === 0) continue;
    const found = await testMapping(thread, document, tablesAfter, key);
    if (found.length === 0) continue;
    const known = isChanged ? [] : await testMapping(thread, document, tablesBefore, key);
    // A test that was not run says nothing about what was before.
    const isKnown = ({ code, pointer }: Problem): boolean =>
      code !== 'TEST_NOT_RUN' && known.some((before) => before.pointer === pointer);
    const fresh = found.filter((problem) => !isKnown(problem));
    problems.push(...fresh.map((problem) => ({ ...problem, definitionId, kind, key, name })));
  }
  return problems;
}

/**
 * The documents of a change as it is stored: its drafts while it is open, and afterwards what was submitted.
 * @throws ChangeError `CHANGE_NOT_FOUND`
 */
export async function loadChangedDocuments(tx: OrganisationTx, changeId: string): Promise<TestedDocuments> {
  const [found] = await tx.select({ state: change.state }).from(change).where(eq(change.id, changeId));
  if (found === undefined) throw new ChangeError('CHANGE_NOT_FOUND', 'There is no such change.');
  const rows = await tx
    .select({
      definitionId: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      submitted: changeItem.document,
      current: draft.document,
    })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .leftJoin(draft, eq(draft.definitionId, changeItem.definitionId))
    .where(eq(changeItem.changeId, changeId));
  const isOpen = found.state === 'open';
  const items = rows.map(({ submitted, current, ...named }): NamedDocument => {
    return { ...named, document: isOpen ? (current ?? submitted) : submitted };
  });
  return { items, surroundings: await loadLatestDocuments(tx), organisationId: await organisationOf(tx) };
}
