import { and, asc, eq, gte } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { publishedEvent } from '@throughline/core/db/schema/index';
import { lockEventSubject } from './lock-event-subject.ts';

/** The first event of a type and subject published since a run was accepted, or null. */
export async function findPublished(
  tx: OrganisationTx,
  run: { readonly environmentId: string; readonly facts: { readonly startedAt: string } },
  { type, subject }: { readonly type: string; readonly subject: string },
): Promise<{ data: unknown } | null> {
  await lockEventSubject(tx, run.environmentId, type, subject);
  const [found] = await tx
    .select({ data: publishedEvent.data })
    .from(publishedEvent)
    .where(
      and(
        eq(publishedEvent.environmentId, run.environmentId),
        eq(publishedEvent.type, type),
        eq(publishedEvent.subject, subject),
        gte(publishedEvent.createdAt, new Date(run.facts.startedAt)),
      ),
    )
    .orderBy(asc(publishedEvent.createdAt))
    .limit(1);
  return found ?? null;
}
