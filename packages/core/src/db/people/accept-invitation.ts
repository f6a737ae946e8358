import { and, desc, eq, isNotNull, ne } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from '../client.ts';
import { accessLink, account, auditEntry, member, passkey, session, user, verification } from '../schema/index.ts';
import { readEmailAddress } from './email-address.ts';
import { hasAdministrator } from './invite-first-administrator.ts';
import { lockAccessLink, type LinkToken, type OpenAccessLink } from './open-access-link.ts';
import { PersonError } from './person-error.ts';
import { refuseTakenName } from './refuse-taken-name.ts';

export interface AcceptAsNewInput extends LinkToken {
  /** Chosen by the first administrator; otherwise the one that was invited counts. */
  readonly email?: string | undefined;
  /** The name as `readPersonName` gives it. */
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * Accepts an invitation for somebody who has no account yet: makes the account with the name and the password they chose.
 * @throws PersonError `LINK_NOT_FOUND`, `ACCOUNT_EXISTS`, `NAME_TAKEN`
 */
export function acceptAsNewPerson(database: Database, input: AcceptAsNewInput): Promise<{ userId: string }> {
  const { name, passwordHash, now } = input;
  return acrossOrganisations(database, async (tx) => {
    const link = await lockNewPerson(tx, input);
    const userId = crypto.randomUUID();
    const [created] = await tx
      .insert(user)
      .values({ id: userId, name, email: link.email, emailVerified: true })
      .onConflictDoNothing({ target: user.email })
      .returning({ id: user.id });
    if (created === undefined) throw accountExists(link.email);
    await tx.insert(account).values({
      id: crypto.randomUUID(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
    });
    const passwordFrom = link.createdBy.startsWith('system:') ? null : link.createdBy;
    await join(tx, { link, userId, name, passwordFrom, now });
    return { userId };
  });
}

type NewPerson = Omit<AcceptAsNewInput, 'passwordHash'>;

/** Refuses what `acceptAsNewPerson` would refuse, before a password costs a hash. Returns what the link is for. */
export const checkNewPerson = (database: Database, input: NewPerson): Promise<OpenAccessLink> =>
  acrossOrganisations(database, (tx) => lockNewPerson(tx, input));

async function lockNewPerson(tx: SystemTx, input: NewPerson): Promise<OpenAccessLink> {
  const link = await lockNewAccount(tx, input);
  await refuseTakenName(tx, { name: input.name, organisationIds: [link.organisationId] });
  const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, link.email));
  if (known !== undefined) throw accountExists(link.email);
  return link;
}

const accountExists = (email: string): PersonError =>
  new PersonError(
    'ACCOUNT_EXISTS',
    `${email} has an account here already. Sign in with it, then open this link again.`,
  );

export interface AcceptAsMemberInput extends LinkToken {
  /** Who is signed in. */
  readonly userId: string;
  /** The session that stays. */
  readonly sessionId?: string | undefined;
  /** The password that takes the place of the one with this hash. */
  readonly password?: { readonly oldHash: string; readonly newHash: string } | undefined;
}

/**
 * Accepts an invitation with an account that exists: nobody joins an organisation without saying so themselves. If the
 * account came from an administrator's link, its person sets a new password, and nothing else that opened it stays: whoever
 * made that link might know the old one, and must not get into another organisation with it.
 * @throws PersonError `LINK_NOT_FOUND`, `OTHER_PERSON`, `NAME_TAKEN`, `ALREADY_A_MEMBER`, `NEW_PASSWORD_NEEDED`
 */
export function acceptWithAccount(database: Database, input: AcceptAsMemberInput): Promise<void> {
  const { userId, now } = input;
  return acrossOrganisations(database, async (tx) => {
    const link = await lockInvitation(tx, input);
    const [person] = await tx.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, userId));
    if (person?.email !== link.email) {
      throw new PersonError(
        'OTHER_PERSON',
        `This invitation is for ${link.email}. Sign out, then sign in with that account.`,
      );
    }
    await refuseTakenName(tx, { name: person.name, organisationIds: [link.organisationId], userId });
    const passwordFrom = await passwordFromOf(tx, userId);
    if (passwordFrom !== null) await takeOverAccount(tx, input);
    await join(tx, { link, userId, name: person.name, passwordFrom, now });
  });
}

/** The link for a new account, with the address that the account gets. */
async function lockNewAccount(tx: SystemTx, input: NewPerson): Promise<OpenAccessLink> {
  const link = await lockAccessLink(tx, input);
  if (link.kind !== 'setup') return lockInvitation(tx, input);
  if (input.email === undefined || (await hasAdministrator(tx))) {
    throw new PersonError('LINK_NOT_FOUND', 'This installation has an administrator already. Ask them to invite you.');
  }
  return { ...link, email: readEmailAddress(input.email) };
}

async function lockInvitation(tx: SystemTx, wanted: LinkToken): Promise<OpenAccessLink> {
  const link = await lockAccessLink(tx, wanted);
  if (link.kind !== 'invitation') throw new PersonError('LINK_NOT_FOUND', 'This link is not an invitation.');
  return link;
}

async function takeOverAccount(tx: SystemTx, { userId, sessionId, password }: AcceptAsMemberInput): Promise<void> {
  if (password === undefined) {
    throw new PersonError(
      'NEW_PASSWORD_NEEDED',
      'This account was made with a link from another organisation. Choose a new password for it. You are signed out everywhere else, and your passkeys are removed.',
    );
  }
  const [changed] = await tx
    .update(account)
    .set({ password: password.newHash })
    .where(and(eq(account.userId, userId), eq(account.password, password.oldHash)))
    .returning({ id: account.id });
  if (changed === undefined) throw new PersonError('PASSWORD_WRONG', 'The password was changed meanwhile. Try again.');
  await tx
    .delete(session)
    .where(and(eq(session.userId, userId), sessionId === undefined ? undefined : ne(session.id, sessionId)));
  await tx.delete(passkey).where(eq(passkey.userId, userId));
  await tx.delete(verification).where(eq(verification.value, userId));
}

interface Joining {
  readonly link: OpenAccessLink;
  readonly userId: string;
  readonly name: string;
  readonly passwordFrom: string | null;
  readonly now: Date;
}

async function join(tx: SystemTx, { link, userId, name, passwordFrom, now }: Joining): Promise<void> {
  const { organisationId, email, roles } = link;
  const [joined] = await tx
    .insert(member)
    .values({ organisationId, userId, roles: [...roles] })
    .onConflictDoNothing()
    .returning({ id: member.id });
  if (joined === undefined) throw new PersonError('ALREADY_A_MEMBER', `${email} belongs to this organisation already.`);
  await tx.update(accessLink).set({ usedAt: now, userId, passwordFrom }).where(eq(accessLink.id, link.id));
  await tx.insert(auditEntry).values({
    organisationId,
    actor: userId,
    action: 'member.joined',
    subjectType: 'member',
    subjectId: userId,
    details: { name, email, roles: [...roles], invitedBy: link.createdBy },
  });
}

/** Who may know the password of an account, by the last link with which it was set in whatever organisation. */
async function passwordFromOf(tx: SystemTx, userId: string): Promise<string | null> {
  const [last] = await tx
    .select({ passwordFrom: accessLink.passwordFrom })
    .from(accessLink)
    .where(and(eq(accessLink.userId, userId), isNotNull(accessLink.usedAt)))
    .orderBy(desc(accessLink.usedAt))
    .limit(1);
  return last?.passwordFrom ?? null;
}
