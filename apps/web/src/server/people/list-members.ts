import { asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { member } from '@throughline/core/db/schema/organisation';

/** The people of an organisation by name. */
export const listMembers = (tx: OrganisationTx) =>
  tx
    .select({ userId: user.id, name: user.name, email: user.email, roles: member.roles, joinedAt: member.createdAt })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .orderBy(asc(user.name));
