import { asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { loadPasswordOrigins } from '@throughline/core/db/people/independence';
import { user } from '@throughline/core/db/schema/auth';
import { member } from '@throughline/core/db/schema/organisation';

/** The people of an organisation by name, with who gave them their link and who confirmed them. */
export const listMembers = async (tx: OrganisationTx) => {
  const members = await tx
    .select({ userId: user.id, name: user.name, email: user.email, roles: member.roles, joinedAt: member.createdAt })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .orderBy(asc(user.name));
  const origins = new Map((await loadPasswordOrigins(tx)).map((origin) => [origin.userId, origin]));
  const nameOf = (userId: string | null | undefined): string | null =>
    userId === null || userId === undefined
      ? null
      : (members.find((each) => each.userId === userId)?.name ?? 'a former member');
  return members.map((each) => {
    const origin = origins.get(each.userId);
    return {
      ...each,
      /** The colleague who had the link with which this person's password was set; null for nobody. */
      linkFrom: origin?.passwordFrom ?? null,
      linkFromName: nameOf(origin?.passwordFrom),
      confirmedByName: nameOf(origin?.confirmedBy),
    };
  });
};
