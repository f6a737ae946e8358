import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { account, user } from '@throughline/core/db/schema/auth';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { member } from '@throughline/core/db/schema/organisation';
import { type Role } from '@throughline/core/db/words/roles';
import { Refusal } from '../trpc/refusal.ts';

export interface AddPersonInput {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  /** First password; used only when the person is new to this installation. */
  readonly password: string;
  readonly roles: readonly Role[];
  readonly addedBy: string;
}

/**
 * Makes somebody a member, and known to the sign-in when they are not yet. Across organisations, because a person may
 * already belong to another one. @throws Refusal when they are a member already
 */
export const addPerson = async (database: Database, input: AddPersonInput): Promise<{ userId: string }> => {
  const { organisationId, name, roles, addedBy } = input;
  const email = input.email.toLowerCase();
  const password = await hashPassword(input.password);
  return acrossOrganisations(database, async (tx) => {
    const userId = crypto.randomUUID();
    const [created] = await tx
      .insert(user)
      .values({ id: userId, name, email, emailVerified: true })
      .onConflictDoNothing({ target: user.email })
      .returning({ id: user.id });
    if (created !== undefined) {
      await tx
        .insert(account)
        .values({ id: crypto.randomUUID(), accountId: userId, providerId: 'credential', userId, password });
    }
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (known === undefined) throw new Error('The person was removed while being added.');
    const [joined] = await tx
      .insert(member)
      .values({ organisationId, userId: known.id, roles: [...roles] })
      .onConflictDoNothing()
      .returning({ id: member.id });
    if (joined === undefined) {
      throw new Refusal('conflict', 'ALREADY_A_MEMBER', `${email} belongs to this organisation already.`);
    }
    await tx.insert(auditEntry).values({
      organisationId,
      actor: addedBy,
      action: 'member.added',
      subjectType: 'member',
      subjectId: known.id,
      details: { name, email, roles: [...roles] },
    });
    return { userId: known.id };
  });
};
