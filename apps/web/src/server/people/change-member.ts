import { and, arrayContains, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { accessLink, member } from '@throughline/core/db/schema/organisation';
import { type Role } from '@throughline/core/db/words/roles';
import { Refusal } from '../trpc/refusal.ts';

/** Sets what a member may do. @throws Refusal if nobody would be left who can manage people */
export const setRoles = async (
  tx: OrganisationTx,
  input: { readonly userId: string; readonly roles: readonly Role[]; readonly setBy: string },
): Promise<void> => {
  const { userId, roles, setBy } = input;
  if (!roles.includes('admin')) await refuseLastAdmin(tx, userId);
  const [changed] = await tx
    .update(member)
    .set({ roles: [...roles] })
    .where(eq(member.userId, userId))
    .returning({ id: member.id });
  if (changed === undefined) throw notAMember();
  if (!roles.includes('admin')) await revokeLinks(tx, eq(accessLink.createdBy, userId));
  await writeAudit(tx, {
    actor: setBy,
    action: 'member.roles-set',
    subjectType: 'member',
    subjectId: userId,
    details: { roles },
  });
};

/** Ends a membership. The member's next request is refused. @throws Refusal for the last administrator */
export const removeMember = async (
  tx: OrganisationTx,
  input: { readonly userId: string; readonly removedBy: string },
): Promise<void> => {
  const { userId, removedBy } = input;
  await refuseLastAdmin(tx, userId);
  const [removed] = await tx.delete(member).where(eq(member.userId, userId)).returning({ id: member.id });
  if (removed === undefined) throw notAMember();
  await revokeLinks(tx, or(eq(accessLink.createdBy, userId), eq(accessLink.userId, userId)));
  await writeAudit(tx, { actor: removedBy, action: 'member.removed', subjectType: 'member', subjectId: userId });
};

/** Links that a person created, or that were created for them, must not outlast their rights. */
const revokeLinks = async (tx: OrganisationTx, which: SQL | undefined): Promise<void> => {
  await tx
    .update(accessLink)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(accessLink.usedAt), isNull(accessLink.revokedAt)));
};

/** Locks the rows, so that two administrators cannot remove each other at the same time. */
const refuseLastAdmin = async (tx: OrganisationTx, userId: string): Promise<void> => {
  const others = await tx
    .select({ userId: member.userId })
    .from(member)
    .where(and(arrayContains(member.roles, ['admin']), ne(member.userId, userId)))
    .for('update');
  if (others.length > 0) return;
  throw new Refusal('conflict', 'LAST_ADMIN', 'Nobody else is an administrator. Make somebody else one first.');
};

const notAMember = (): Refusal =>
  new Refusal('not-found', 'NOT_A_MEMBER', 'That person is no member of this organisation.');
