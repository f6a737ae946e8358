import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { definition, draft, version } from '../schema/index.ts';
import { DefinitionError } from './definition-error.ts';

/**
 * What an organisation may have at one time: far more than people draw, and no more than a page that shows all of it, or
 * a check that reads all of it, can hold in memory.
 */
export const documentLimits = { definitions: 2_000, bytes: 25_000_000 } as const;

/** Refuses one more definition than an organisation may have. @throws DefinitionError `TOO_MANY_DEFINITIONS` */
export async function requireRoomForDefinition(tx: OrganisationTx): Promise<void> {
  const count = await tx.$count(definition, isNull(definition.archivedAt));
  if (count < documentLimits.definitions) return;
  throw new DefinitionError(
    'TOO_MANY_DEFINITIONS',
    `Your organisation has ${count} flows, mappings and value maps, which is as many as possible. Archive what nobody uses.`,
  );
}

/**
 * Refuses a draft when all drafts and latest versions together, which editors and checks read at once, would become too
 * large. A draft that becomes smaller is always saved.
 * @throws DefinitionError `DOCUMENTS_TOO_LARGE`
 */
export async function requireRoomForDraft(
  tx: OrganisationTx,
  { definitionId, document }: { readonly definitionId: string; readonly document: unknown },
): Promise<void> {
  const bytes = Buffer.byteLength(JSON.stringify(document));
  const others = await draftBytes(tx, definitionId);
  const versions = await versionBytes(tx);
  if (others.elsewhere + versions + bytes <= documentLimits.bytes || bytes <= others.here) return;
  throw new DefinitionError(
    'DOCUMENTS_TOO_LARGE',
    `The flows, mappings and value maps of your organisation would be larger than ${documentLimits.bytes / 1_000_000} MB together. Discard drafts, archive what nobody uses, or make saved tests smaller.`,
  );
}

const sizeOf = (document: typeof draft.document | typeof version.document) => sql`octet_length(${document}::text)`;

async function draftBytes(tx: OrganisationTx, definitionId: string): Promise<{ here: number; elsewhere: number }> {
  const sumWhere = (condition: ReturnType<typeof eq>) =>
    sql<number>`coalesce(sum(${sizeOf(draft.document)}) filter (where ${condition}), 0)`.mapWith(Number);
  const [found] = await tx
    .select({
      here: sumWhere(eq(draft.definitionId, definitionId)),
      elsewhere: sumWhere(ne(draft.definitionId, definitionId)),
    })
    .from(draft)
    .innerJoin(definition, and(eq(definition.id, draft.definitionId), isNull(definition.archivedAt)));
  return found ?? { here: 0, elsewhere: 0 };
}

async function versionBytes(tx: OrganisationTx): Promise<number> {
  const latest = tx
    .selectDistinctOn([version.definitionId], { bytes: sizeOf(version.document).as('bytes') })
    .from(version)
    .innerJoin(definition, and(eq(definition.id, version.definitionId), isNull(definition.archivedAt)))
    .orderBy(version.definitionId, sql`${version.number} desc`)
    .as('latest');
  const [found] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${latest.bytes}), 0)`.mapWith(Number) })
    .from(latest);
  return found?.bytes ?? 0;
}
