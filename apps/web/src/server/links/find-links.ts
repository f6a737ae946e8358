import { and, asc, eq, ilike, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/connection';
import { link } from '@throughline/core/db/schema/run';
import { offsetOf, type PageRequest } from '../paging.ts';
import { containsPattern } from '../search/contains-pattern.ts';

export interface FindLinksRequest extends PageRequest {
  readonly environmentId: string;
  /** Any id or name, of any system or ours. */
  readonly text: string;
  readonly entity?: string | undefined;
}

/** Canonical identities with a matching record, each with its records in every system. */
export const findLinks = async (tx: OrganisationTx, request: FindLinksRequest) => {
  const { environmentId, text, entity, page, pageSize } = request;
  const pattern = containsPattern(text);
  const where = and(
    eq(link.environmentId, environmentId),
    entity === undefined ? undefined : eq(link.entity, entity),
    text === ''
      ? undefined
      : or(ilike(link.externalId, pattern), ilike(link.canonicalId, pattern), ilike(link.label, pattern)),
  );
  const identities = await tx
    .select({
      entity: link.entity,
      canonicalId: link.canonicalId,
      seenAt: sql<Date>`max(${link.seenAt})`.mapWith(link.seenAt).as('seen_last'),
    })
    .from(link)
    .where(where)
    .groupBy(link.entity, link.canonicalId)
    .orderBy(sql`seen_last desc`, link.entity, link.canonicalId)
    .limit(pageSize)
    .offset(offsetOf(request));
  const [counted] = await tx
    .select({ total: sql<number>`count(distinct (${link.entity}, ${link.canonicalId}))::int` })
    .from(link)
    .where(where);
  const records = await loadRecords(tx, environmentId, identities);
  return {
    rows: identities.map((identity) => ({
      ...identity,
      records: records.filter(
        (record) => record.entity === identity.entity && record.canonicalId === identity.canonicalId,
      ),
    })),
    total: counted?.total ?? 0,
    page,
    pageSize,
  };
};

export type LinkedIdentity = Awaited<ReturnType<typeof findLinks>>['rows'][number];

/** The records of several identities, the original one first. */
export const loadRecords = (
  tx: OrganisationTx,
  environmentId: string,
  identities: readonly { readonly entity: string; readonly canonicalId: string }[],
) =>
  tx
    .select({
      id: link.id,
      entity: link.entity,
      canonicalId: link.canonicalId,
      connectionId: link.connectionId,
      connectionName: connection.name,
      system: link.system,
      object: link.object,
      externalId: link.externalId,
      label: link.label,
      versionSeen: link.versionSeen,
      isOrigin: link.isOrigin,
      createdByRunId: link.createdByRunId,
      createdAt: link.createdAt,
      seenAt: link.seenAt,
    })
    .from(link)
    .leftJoin(connection, eq(connection.id, link.connectionId))
    .where(
      and(
        eq(link.environmentId, environmentId),
        identities.length === 0
          ? sql`false`
          : or(
              ...identities.map(({ entity, canonicalId }) =>
                and(eq(link.entity, entity), eq(link.canonicalId, canonicalId)),
              ),
            ),
      ),
    )
    .orderBy(sql`${link.isOrigin} desc`, asc(link.createdAt));
