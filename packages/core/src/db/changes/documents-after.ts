import type { NamedDocument } from '../definitions/load-documents.ts';

export interface ChangedDocuments {
  /** The documents of the change. */
  readonly items: readonly NamedDocument[];
  /** What stands around it: live or latest documents. Those of the change replace them. */
  readonly surroundings: readonly NamedDocument[];
  /** Definitions that go away, by id: part of the surroundings as they are, gone afterwards. */
  readonly removed?: ReadonlySet<string>;
}

/** All documents as they are once the change is made. */
export function documentsAfter({ items, surroundings, removed }: ChangedDocuments): NamedDocument[] {
  const changed = new Set(items.map(nameOf));
  const stays = surroundings.filter((item) => !changed.has(nameOf(item)) && removed?.has(item.definitionId) !== true);
  return [...stays, ...items];
}

export const nameOf = ({ kind, key }: { kind: string; key: string }): string => `${kind}:${key}`;

interface Reader<Shape> {
  safeParse(input: unknown): { success: true; data: Shape } | { success: false };
}

/** The documents of one kind by key. Those of the wrong shape are left out: they count as missing for the others. */
export function readableDocuments<Shape>(
  documents: readonly NamedDocument[],
  kind: NamedDocument['kind'],
  reader: Reader<Shape>,
): Record<string, Shape> {
  return Object.fromEntries(
    documents.flatMap((item) => {
      const parsed = item.kind === kind ? reader.safeParse(item.document) : { success: false as const };
      return parsed.success ? [[item.key, parsed.data] as const] : [];
    }),
  );
}
