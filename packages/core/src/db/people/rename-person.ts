import { eq } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '../client.ts';
import { auditEntry, member, user } from '../schema/index.ts';
import { readPersonName } from './person-name.ts';
import { PersonError } from './person-error.ts';
import { refuseTakenName } from './refuse-taken-name.ts';

/** Changes one's own name, in every organisation one belongs to. @throws PersonError `NAME_NOT_ALLOWED`, `NAME_TAKEN` */
export function renamePerson(
  database: Database,
  input: { readonly userId: string; readonly name: string },
): Promise<{ name: string }> {
  const { userId } = input;
  const name = readPersonName(input.name);
  return acrossOrganisations(database, async (tx) => {
    const joined = await tx.select({ id: member.organisationId }).from(member).where(eq(member.userId, userId));
    const organisationIds = joined.map(({ id }) => id);
    await refuseTakenName(tx, { name, organisationIds, userId });
    const [before] = await tx.select({ name: user.name }).from(user).where(eq(user.id, userId)).for('update');
    if (before === undefined) throw new PersonError('MEMBER_NOT_FOUND', 'This account was removed meanwhile.');
    if (before.name === name) return { name };
    await tx.update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, userId));
    for (const organisationId of organisationIds) {
      await tx.insert(auditEntry).values({
        organisationId,
        actor: userId,
        action: 'member.renamed',
        subjectType: 'member',
        subjectId: userId,
        details: { from: before.name, name },
      });
    }
    return { name };
  });
}
