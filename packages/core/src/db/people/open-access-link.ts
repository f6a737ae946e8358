import { eq } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from '../client.ts';
import { accessLink, organisation, user } from '../schema/index.ts';
import { hashAccessToken } from './access-token.ts';
import { PersonError } from './person-error.ts';

export interface LinkToken {
  readonly token: string;
  readonly now: Date;
  /** Accounts that have signed in with the browser in which the link is opened. */
  readonly browserAccounts?: readonly string[];
}

/** A link that can still be used. Its holder may learn this much. */
export type OpenAccessLink = Awaited<ReturnType<typeof lockAccessLink>>;

/** What a one-time link is for. @throws PersonError `LINK_NOT_FOUND` when it was used, revoked, has expired or never was */
export const describeAccessLink = (database: Database, wanted: LinkToken) =>
  acrossOrganisations(database, async (tx) => {
    const { kind, email, organisationName, roles, expiresAt, personName } = await lockAccessLink(tx, wanted);
    return { kind, email, organisationName, roles, expiresAt, personName };
  });

/**
 * Locks a link to the end of the transaction, so that it is used once.
 * @throws PersonError `LINK_NOT_FOUND`; `MAKERS_BROWSER` where the colleague who made it has signed in
 */
export async function lockAccessLink(tx: SystemTx, { token, now, browserAccounts = [] }: LinkToken) {
  const [found] = await tx
    .select({
      id: accessLink.id,
      kind: accessLink.kind,
      email: accessLink.email,
      roles: accessLink.roles,
      userId: accessLink.userId,
      createdBy: accessLink.createdBy,
      expiresAt: accessLink.expiresAt,
      usedAt: accessLink.usedAt,
      revokedAt: accessLink.revokedAt,
      organisationId: accessLink.organisationId,
      organisationName: organisation.name,
      personName: user.name,
    })
    .from(accessLink)
    .innerJoin(organisation, eq(organisation.id, accessLink.organisationId))
    .leftJoin(user, eq(user.id, accessLink.userId))
    .where(eq(accessLink.tokenHash, hashAccessToken(token)))
    .for('no key update', { of: accessLink });
  if (found === undefined) {
    throw gone('This link is not known here. Copy the whole link, up to its last character, or ask for a new one.');
  }
  const why = whyClosed(found, now);
  if (why !== undefined) throw gone(`This link does not work any more: ${why}`);
  if (browserAccounts.includes(found.createdBy)) {
    throw new PersonError(
      'MAKERS_BROWSER',
      'The colleague who made this link has signed in with this browser, so it cannot be used here. Open it in the browser of the person it is for.',
    );
  }
  return found;
}

interface LinkState {
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

const whyClosed = ({ usedAt, revokedAt, expiresAt }: LinkState, now: Date): string | undefined => {
  if (usedAt !== null) return 'it was used. If that was you, sign in; otherwise tell an administrator at once.';
  if (revokedAt !== null) return 'it was withdrawn, or a newer one took its place. Ask an administrator.';
  return expiresAt <= now ? 'it has expired. Ask an administrator for a new one.' : undefined;
};

const gone = (message: string): PersonError => new PersonError('LINK_NOT_FOUND', message);
