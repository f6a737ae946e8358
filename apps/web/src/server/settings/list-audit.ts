import { and, desc, eq, gte, ilike, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { environment } from '@throughline/core/db/schema/organisation';
import { offsetOf, type PageRequest } from '../paging.ts';
import { containsPattern } from '../search/contains-pattern.ts';

export interface ListAuditRequest extends PageRequest {
  /** Searched in action, subject, actor's name and details. */
  readonly text: string;
  readonly actor?: string | undefined;
  readonly from?: Date | undefined;
}

/** Who did what, newest first. */
export const listAudit = async (tx: OrganisationTx, request: ListAuditRequest) => {
  const { text, actor, from, page, pageSize } = request;
  const pattern = containsPattern(text);
  const where = and(
    actor === undefined ? undefined : eq(auditEntry.actor, actor),
    from === undefined ? undefined : gte(auditEntry.createdAt, from),
    text === ''
      ? undefined
      : or(
          ilike(auditEntry.action, pattern),
          ilike(auditEntry.subjectType, pattern),
          ilike(auditEntry.subjectId, pattern),
          ilike(user.name, pattern),
          ilike(user.email, pattern),
          sql`${auditEntry.details}::text ilike ${pattern}`,
        ),
  );
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actor))
    .where(where);
  const rows = await tx
    .select({
      id: auditEntry.id,
      actor: auditEntry.actor,
      actorName: user.name,
      actorEmail: user.email,
      action: auditEntry.action,
      subjectType: auditEntry.subjectType,
      subjectId: auditEntry.subjectId,
      environmentName: environment.name,
      details: auditEntry.details,
      createdAt: auditEntry.createdAt,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actor))
    .leftJoin(environment, eq(environment.id, auditEntry.environmentId))
    .where(where)
    .orderBy(desc(auditEntry.createdAt), desc(auditEntry.id))
    .limit(pageSize)
    .offset(offsetOf(request));
  return { rows, total: counted?.total ?? 0, page, pageSize };
};

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['rows'][number];
