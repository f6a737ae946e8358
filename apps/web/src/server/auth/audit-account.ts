import { eq } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { member } from '@throughline/core/db/schema/organisation';

/** Records what somebody changed about their own sign-in, in each of their organisations. */
export const auditAccount = (database: Database, userId: string, action: `member.${string}`): Promise<void> =>
  acrossOrganisations(database, async (tx) => {
    const joined = await tx.select({ id: member.organisationId }).from(member).where(eq(member.userId, userId));
    if (joined.length === 0) return;
    await tx.insert(auditEntry).values(
      joined.map(({ id }) => ({
        organisationId: id,
        actor: userId,
        action,
        subjectType: 'member',
        subjectId: userId,
      })),
    );
  });
