import { eq } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { signInEvent } from '@throughline/core/db/schema/auth';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { member } from '@throughline/core/db/schema/organisation';

export type AccountChange =
  | 'password-changed'
  | 'second-factor-enabled'
  | 'second-factor-disabled'
  | 'recovery-codes-made'
  | 'passkey-added'
  | 'passkey-removed';

interface ChangeRecord {
  readonly userId: string;
  readonly change: AccountChange;
  /** Where it was done from; null where nobody knows. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
}

/** Records what was changed about a sign-in: as a notice for its person, and in the audit log of each of their organisations. */
export const recordAccountChange = (database: Database, record: ChangeRecord): Promise<void> =>
  acrossOrganisations(database, async (tx) => {
    const { userId, change, address, userAgent, now } = record;
    await tx
      .insert(signInEvent)
      .values({ userId, outcome: 'changed', method: change, address, userAgent, createdAt: now });
    const joined = await tx.select({ id: member.organisationId }).from(member).where(eq(member.userId, userId));
    if (joined.length === 0) return;
    await tx.insert(auditEntry).values(
      joined.map(({ id }) => ({
        organisationId: id,
        actor: userId,
        action: `member.${change}`,
        subjectType: 'member',
        subjectId: userId,
        details: { address },
      })),
    );
  });
