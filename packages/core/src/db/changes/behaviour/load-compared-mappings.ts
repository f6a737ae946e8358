import { eq } from 'drizzle-orm';
import { mappingDocument, type MappingDocument } from '../../../mapping/document.ts';
import type { ValueMapTables } from '../../../mapping/functions/function-definition.ts';
import type { OrganisationTx } from '../../client.ts';
import { loadLatestDocuments, type NamedDocument } from '../../definitions/load-documents.ts';
import { documentHash } from '../../document-hash.ts';
import { change, changeItem, definition, draft, version } from '../../schema/index.ts';
import type { ChangeState } from '../../schema/change.ts';
import { ChangeError } from '../change-error.ts';
import { documentsAfter, nameOf } from '../documents-after.ts';
import { tablesOf } from '../tables-of.ts';
import { usedValueMaps } from '../used-value-maps.ts';

/** A mapping whose outputs a change can alter, because its text changes or a value map that it uses. */
export interface ComparedMapping {
  readonly definitionId: string;
  readonly key: string;
  readonly name: string;
  /** Digest of everything that changes for it. What was said about other content does not count. */
  readonly content: string;
  /** Keys of the value maps of the change that it uses. */
  readonly valueMaps: readonly string[];
  readonly before: MappingDocument;
  readonly after: MappingDocument;
}

export interface ComparedMappings {
  readonly change: { readonly number: number; readonly state: ChangeState; readonly createdAt: Date };
  readonly mappings: readonly ComparedMapping[];
  readonly tablesBefore: ValueMapTables;
  readonly tablesAfter: ValueMapTables;
  /** All documents as they are with the change, for finding the flows that use a mapping. */
  readonly documents: readonly NamedDocument[];
}

/**
 * Finds the mappings whose behaviour a change can alter. What was before is the version from which each draft was
 * started, so that the answer is the same before the change is published and afterwards. A new mapping has no version
 * to be compared with.
 * @throws ChangeError `CHANGE_NOT_FOUND`
 */
export async function loadComparedMappings(tx: OrganisationTx, changeId: string): Promise<ComparedMappings> {
  const [found] = await tx
    .select({ number: change.number, state: change.state, createdAt: change.createdAt })
    .from(change)
    .where(eq(change.id, changeId));
  if (found === undefined) throw new ChangeError('CHANGE_NOT_FOUND', 'There is no such change.');
  const items = await loadItems(tx, changeId, found.state);
  const surroundings = await loadLatestDocuments(tx);
  const isNew = new Set(items.flatMap(({ before, definitionId }) => (before === null ? [definitionId] : [])));
  const earlier = items.flatMap(({ before, ...item }) => (before === null ? [] : [{ ...item, document: before }]));
  const before = documentsAfter({ items: earlier, surroundings, removed: isNew });
  const documents = documentsAfter({ items, surroundings });
  return {
    change: found,
    mappings: mappingsOf(items, before, documents),
    tablesBefore: tablesOf(before),
    tablesAfter: tablesOf(documents),
    documents,
  };
}

type Item = NamedDocument & { readonly before: unknown };

async function loadItems(tx: OrganisationTx, changeId: string, state: ChangeState): Promise<Item[]> {
  const rows = await tx
    .select({
      definitionId: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      submitted: changeItem.document,
      current: draft.document,
      before: version.document,
    })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .leftJoin(draft, eq(draft.definitionId, changeItem.definitionId))
    .leftJoin(version, eq(version.id, changeItem.baseVersionId))
    .where(eq(changeItem.changeId, changeId))
    .orderBy(definition.kind, definition.key);
  return rows.map(({ submitted, current, ...item }) => ({
    ...item,
    document: state === 'open' ? (current ?? submitted) : submitted,
  }));
}

function mappingsOf(
  items: readonly Item[],
  before: readonly NamedDocument[],
  documents: readonly NamedDocument[],
): ComparedMapping[] {
  const earlier = new Map(before.map((item) => [nameOf(item), item.document]));
  const maps = items.filter(({ kind }) => kind === 'value-map');
  const keys = maps.map(({ key }) => key);
  return documents
    .filter(({ kind }) => kind === 'mapping')
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .flatMap((item): ComparedMapping[] => {
      const was = mappingDocument.safeParse(earlier.get(nameOf(item)));
      const is = mappingDocument.safeParse(item.document);
      if (!was.success || !is.success) return [];
      const used = new Set([...usedValueMaps(was.data, keys), ...usedValueMaps(is.data, keys)]);
      if (was.data.text === is.data.text && used.size === 0) return [];
      const changedMaps = maps
        .filter(({ key }) => used.has(key))
        .map(({ key, before: old, document }) => [key, old, document]);
      const content = documentHash([was.data.text, is.data.text, changedMaps]);
      const { definitionId, key, name } = item;
      return [{ definitionId, key, name, content, valueMaps: [...used].toSorted(), before: was.data, after: is.data }];
    });
}
