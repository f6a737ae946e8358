import { inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, version, type DefinitionKind } from '@throughline/core/db/schema/definition';

/** Version by definition id; null when none is live. */
type Pointers = Readonly<Record<string, string | null>>;

/** A document whose live version changes. */
export interface Move {
  readonly definitionId: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly name: string;
  /** Version numbers; null if none was live before, or none will be afterwards. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Describes in names and version numbers how the pointers in `after` differ from the previous ones. */
export const describeMoves = async (tx: OrganisationTx, before: Pointers, after: Pointers): Promise<Move[]> => {
  const ids = Object.keys(after);
  if (ids.length === 0) return [];
  const definitions = await tx
    .select({ id: definition.id, kind: definition.kind, key: definition.key, name: definition.name })
    .from(definition)
    .where(inArray(definition.id, ids))
    .orderBy(definition.kind, definition.name);
  const versionIds = [...Object.values(before), ...Object.values(after)].filter((id) => id !== null);
  const versions =
    versionIds.length === 0
      ? []
      : await tx
          .select({ id: version.id, number: version.number })
          .from(version)
          .where(inArray(version.id, versionIds));
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  const numberOf = (versionId: string | null | undefined): number | null => numbers.get(versionId ?? '') ?? null;
  return definitions
    .map(({ id, ...named }) => ({
      ...named,
      definitionId: id,
      from: numberOf(before[id]),
      to: numberOf(after[id]),
    }))
    .filter(({ from, to }) => from !== to);
};
