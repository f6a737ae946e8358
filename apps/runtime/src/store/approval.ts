import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { approval } from '@throughline/core/db/schema/index';

export interface Decision {
  readonly decision: 'approved' | 'rejected' | 'timed-out';
  readonly by: string | null;
  readonly comment: string | null;
}

export interface AskApprovalInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly path: string;
  readonly question: string;
  readonly role: string;
  readonly starterMayAnswer: boolean;
  readonly dueAt: Date;
}

/** Asks once per run and step. */
export async function askApproval(tx: OrganisationTx, input: AskApprovalInput): Promise<{ asked: true }> {
  await tx.insert(approval).values(input).onConflictDoNothing();
  return { asked: true };
}

/** Closes a question that nobody answered in time. An answer that came just before counts. */
export async function expireApproval(
  tx: OrganisationTx,
  { runId, path, at }: { readonly runId: string; readonly path: string; readonly at: Date },
): Promise<Decision> {
  const where = and(eq(approval.runId, runId), eq(approval.path, path));
  await tx
    .update(approval)
    .set({ decision: 'timed-out', decidedAt: at })
    .where(and(where, isNull(approval.decision)));
  const [row] = await tx.select().from(approval).where(where);
  return { decision: row?.decision ?? 'timed-out', by: row?.decidedBy ?? null, comment: row?.comment ?? null };
}
