import { eq } from 'drizzle-orm';
import type { SystemTx } from '@throughline/core/db';
import { signInEvent, type SignInOutcome } from '@throughline/core/db/schema/auth';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { member } from '@throughline/core/db/schema/organisation';

/** An event of a person's sign-in. */
export interface SignInEventRecord {
  readonly userId: string;
  readonly outcome: SignInOutcome;
  readonly method: string;
  /** The address from which it was done; null if it is not known. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
  /** The event's name and details in the audit log. */
  readonly audit: { readonly action: string; readonly details: Readonly<Record<string, string | null>> };
}

/** Records it: for the person, and in the audit log of each of their organisations. */
export async function recordSignInEvent(tx: SystemTx, { audit, now, ...event }: SignInEventRecord): Promise<void> {
  const { userId } = event;
  await tx.insert(signInEvent).values({ ...event, createdAt: now });
  const joined = await tx.select({ id: member.organisationId }).from(member).where(eq(member.userId, userId));
  if (joined.length === 0) return;
  await tx.insert(auditEntry).values(
    joined.map(({ id }) => ({
      organisationId: id,
      actor: userId,
      subjectType: 'member',
      subjectId: userId,
      ...audit,
    })),
  );
}
