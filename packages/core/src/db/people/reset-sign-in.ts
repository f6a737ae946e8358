import { and, eq, isNull, ne, sql, type SQLWrapper } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from '../client.ts';
import {
  accessLink,
  account,
  auditEntry,
  member,
  passkey,
  session,
  twoFactor,
  user,
  verification,
} from '../schema/index.ts';
import { hashAccessToken, makeAccessToken } from './access-token.ts';
import type { OneTimeLink } from './invite-person.ts';
import { lockAccessLink, type LinkToken } from './open-access-link.ts';
import { PersonError } from './person-error.ts';

export interface ResetSignInInput {
  readonly organisationId: string;
  /** Whose sign-in is reset. */
  readonly userId: string;
  readonly resetBy: string;
  readonly now: Date;
}

const resetMs = 24 * 60 * 60 * 1000;

/**
 * Takes every way of signing in from a member and makes a one-time link with which they set a new password. Their
 * sessions end at once. Refused for people of several organisations: an administrator of one must not reach the others.
 * @throws PersonError `OWN_ACCOUNT`, `MEMBER_NOT_FOUND`, `OTHER_ORGANISATION`
 */
export function resetSignIn(database: Database, input: ResetSignInInput): Promise<OneTimeLink> {
  const { organisationId, userId, resetBy, now } = input;
  return acrossOrganisations(database, async (tx) => {
    if (userId === resetBy) {
      throw new PersonError('OWN_ACCOUNT', 'Change your own password under Settings, My account.');
    }
    await tx.execute(sql`select ${lockOfResets(sql`${userId}::text`)}`);
    // Links are locked before people, as everywhere.
    await revokeOpenLinks(tx, userId, now);
    const email = await requireOnlyHere(tx, organisationId, userId);
    await endSignIn(tx, userId);
    const { token, tokenHash } = makeAccessToken();
    const expiresAt = new Date(now.getTime() + resetMs);
    await tx.insert(accessLink).values({
      organisationId,
      kind: 'reset',
      tokenHash,
      email,
      roles: [],
      userId,
      createdBy: resetBy,
      createdAt: now,
      expiresAt,
    });
    await tx.insert(auditEntry).values({
      organisationId,
      actor: resetBy,
      action: 'member.sign-in-reset',
      subjectType: 'member',
      subjectId: userId,
      details: { email, expiresAt },
    });
    return { token, expiresAt };
  });
}

export interface FinishResetInput extends LinkToken {
  readonly passwordHash: string;
}

/** Sets the password that the person chose. @throws PersonError `LINK_NOT_FOUND`, `OTHER_ORGANISATION` */
export function finishReset(database: Database, input: FinishResetInput): Promise<void> {
  const { passwordHash, now } = input;
  return acrossOrganisations(database, async (tx) => {
    await tx.execute(
      sql`select ${lockOfResets(accessLink.userId)} from ${accessLink} where ${eq(accessLink.tokenHash, hashAccessToken(input.token))}`,
    );
    const { id, userId, organisationId, createdBy, email } = await lockReset(tx, input);
    await requireOnlyHere(tx, organisationId, userId);
    await endSignIn(tx, userId);
    await setPassword(tx, { userId, passwordHash, now });
    const passwordFrom = createdBy.startsWith('system:') ? null : createdBy;
    await tx.update(accessLink).set({ usedAt: now, passwordFrom }).where(eq(accessLink.id, id));
    await revokeOpenLinks(tx, userId, now);
    await tx.insert(auditEntry).values({
      organisationId,
      actor: userId,
      action: 'member.password-set',
      subjectType: 'member',
      subjectId: userId,
      details: { email, resetBy: createdBy },
    });
  });
}

/** Resets of one person begin and finish one after another: two at once would not see each other's links. */
const lockOfResets = (userId: SQLWrapper) =>
  sql`pg_advisory_xact_lock(hashtextextended('sign-in-reset:' || ${userId}, 0))`;

const revokeOpenLinks = (tx: SystemTx, userId: string, now: Date) =>
  tx
    .update(accessLink)
    .set({ revokedAt: now })
    .where(and(eq(accessLink.userId, userId), isNull(accessLink.usedAt), isNull(accessLink.revokedAt)));

/** What a link for a new password is for, before the password costs a hash. @throws PersonError `LINK_NOT_FOUND` */
export const checkReset = (database: Database, wanted: LinkToken) =>
  acrossOrganisations(database, (tx) => lockReset(tx, wanted));

async function lockReset(tx: SystemTx, wanted: LinkToken) {
  const link = await lockAccessLink(tx, wanted);
  const { kind, userId } = link;
  if (kind !== 'reset' || userId === null) {
    throw new PersonError('LINK_NOT_FOUND', 'This link is not for setting a new password.');
  }
  return { ...link, userId };
}

/**
 * The row of the person is locked against the key of a new membership, so that they join no other organisation until the
 * transaction ends. @returns the member's e-mail
 */
async function requireOnlyHere(tx: SystemTx, organisationId: string, userId: string): Promise<string> {
  await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
  const [found] = await tx
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.userId, userId), eq(member.organisationId, organisationId)));
  if (found === undefined) {
    throw new PersonError('MEMBER_NOT_FOUND', 'That person is no member of this organisation.');
  }
  const elsewhere = await tx.$count(member, and(eq(member.userId, userId), ne(member.organisationId, organisationId)));
  if (elsewhere > 0) {
    throw new PersonError(
      'OTHER_ORGANISATION',
      `${found.email} belongs to another organisation as well, so their sign-in cannot be reset from here. They can change their password themselves while they are signed in.`,
    );
  }
  return found.email;
}

/** Nothing that opened the account before opens it afterwards. */
async function endSignIn(tx: SystemTx, userId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, userId));
  await tx.delete(passkey).where(eq(passkey.userId, userId));
  await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
  // Sign-ins that wait for their second step are kept there under the person's id.
  await tx.delete(verification).where(eq(verification.value, userId));
  await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
  await tx.update(account).set({ password: null }).where(eq(account.userId, userId));
}

async function setPassword(
  tx: SystemTx,
  { userId, passwordHash, now }: { readonly userId: string; readonly passwordHash: string; readonly now: Date },
): Promise<void> {
  const [changed] = await tx
    .update(account)
    .set({ password: passwordHash, updatedAt: now })
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    .returning({ id: account.id });
  if (changed !== undefined) return;
  await tx
    .insert(account)
    .values({ id: crypto.randomUUID(), accountId: userId, providerId: 'credential', userId, password: passwordHash });
}
