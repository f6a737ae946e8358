import { and, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { accessLink, member, user } from '../schema/index.ts';
import type { Role } from '../words/roles.ts';
import { makeAccessToken } from './access-token.ts';
import { readEmailAddress } from './email-address.ts';
import { PersonError } from './person-error.ts';

export interface InvitePersonInput {
  readonly email: string;
  readonly roles: readonly Role[];
  /** User id, or `system:<part>` for an invitation that is made on the server itself. */
  readonly invitedBy: string;
  readonly now: Date;
}

export interface OneTimeLink {
  /** Goes into the link; only its hash is kept, so it cannot be shown again. */
  readonly token: string;
  readonly expiresAt: Date;
}

const invitationMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Invites somebody by a one-time link with which they set their own name and password. An earlier invitation of the same
 * address ends. @throws PersonError `ALREADY_A_MEMBER`, `EMAIL_NOT_VALID`
 */
export async function invitePerson(tx: OrganisationTx, input: InvitePersonInput): Promise<OneTimeLink> {
  const { roles, invitedBy, now } = input;
  const email = readEmailAddress(input.email);
  // Invitations of one address are made one after another: two at once would not see each other's links.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('invitation:' || current_setting('throughline.organisation_id') || ':' || ${email}, 0))`,
  );
  const [joined] = await tx
    .select({ userId: member.userId })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(user.email, email));
  if (joined !== undefined) {
    throw new PersonError('ALREADY_A_MEMBER', `${email} belongs to this organisation already.`);
  }
  await tx
    .update(accessLink)
    .set({ revokedAt: now })
    .where(and(eq(accessLink.email, email), eq(accessLink.kind, 'invitation'), isOpen));
  const { token, tokenHash } = makeAccessToken();
  const expiresAt = new Date(now.getTime() + invitationMs);
  const [made] = await tx
    .insert(accessLink)
    .values({
      kind: 'invitation',
      tokenHash,
      email,
      roles: [...roles],
      createdBy: invitedBy,
      createdAt: now,
      expiresAt,
    })
    .returning({ id: accessLink.id });
  if (made === undefined) throw new Error('The invitation was not stored.');
  await writeAudit(tx, {
    actor: invitedBy,
    action: 'member.invited',
    subjectType: 'invitation',
    subjectId: made.id,
    details: { email, roles, expiresAt },
  });
  return { token, expiresAt };
}

/** Ends an invitation that nobody has accepted. @throws PersonError `LINK_NOT_FOUND` */
export async function revokeInvitation(
  tx: OrganisationTx,
  input: { readonly invitationId: string; readonly revokedBy: string; readonly now: Date },
): Promise<void> {
  const { invitationId, revokedBy, now } = input;
  const [revoked] = await tx
    .update(accessLink)
    .set({ revokedAt: now })
    .where(and(eq(accessLink.id, invitationId), eq(accessLink.kind, 'invitation'), isOpen))
    .returning({ email: accessLink.email });
  if (revoked === undefined) {
    throw new PersonError('LINK_NOT_FOUND', 'This invitation was accepted or revoked meanwhile. Reload the page.');
  }
  await writeAudit(tx, {
    actor: revokedBy,
    action: 'member.invitation-revoked',
    subjectType: 'invitation',
    subjectId: invitationId,
    details: revoked,
  });
}

/** Invitations that nobody has accepted yet, newest first; those that expired are listed as well. */
export function listInvitations(tx: OrganisationTx) {
  return tx
    .select({
      id: accessLink.id,
      email: accessLink.email,
      roles: accessLink.roles,
      invitedBy: accessLink.createdBy,
      invitedByName: user.name,
      createdAt: accessLink.createdAt,
      expiresAt: accessLink.expiresAt,
    })
    .from(accessLink)
    .leftJoin(user, eq(user.id, accessLink.createdBy))
    .where(and(eq(accessLink.kind, 'invitation'), isOpen))
    .orderBy(accessLink.createdAt);
}

const isOpen = and(isNull(accessLink.usedAt), isNull(accessLink.revokedAt));
