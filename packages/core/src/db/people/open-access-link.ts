import { and, eq, gt, isNull } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from '../client.ts';
import { accessLink, organisation, user } from '../schema/index.ts';
import { hashAccessToken } from './access-token.ts';
import { PersonError } from './person-error.ts';

export interface LinkToken {
  readonly token: string;
  readonly now: Date;
}

/** A link that can still be used. Whoever holds it may learn this much. */
export type OpenAccessLink = Awaited<ReturnType<typeof lockAccessLink>>;

/** What a one-time link is for. @throws PersonError `LINK_NOT_FOUND` when it was used, revoked, has expired or never was */
export const describeAccessLink = (database: Database, wanted: LinkToken) =>
  acrossOrganisations(database, async (tx) => {
    const { kind, email, organisationName, roles, expiresAt, personName } = await lockAccessLink(tx, wanted);
    return { kind, email, organisationName, roles, expiresAt, personName };
  });

/** Locks a link to the end of the transaction, so that it is used once. @throws PersonError `LINK_NOT_FOUND` */
export async function lockAccessLink(tx: SystemTx, { token, now }: LinkToken) {
  const [found] = await tx
    .select({
      id: accessLink.id,
      kind: accessLink.kind,
      email: accessLink.email,
      roles: accessLink.roles,
      userId: accessLink.userId,
      createdBy: accessLink.createdBy,
      expiresAt: accessLink.expiresAt,
      organisationId: accessLink.organisationId,
      organisationName: organisation.name,
      personName: user.name,
    })
    .from(accessLink)
    .innerJoin(organisation, eq(organisation.id, accessLink.organisationId))
    .leftJoin(user, eq(user.id, accessLink.userId))
    .where(
      and(
        eq(accessLink.tokenHash, hashAccessToken(token)),
        isNull(accessLink.usedAt),
        isNull(accessLink.revokedAt),
        gt(accessLink.expiresAt, now),
      ),
    )
    .for('no key update', { of: accessLink });
  if (found === undefined) {
    throw new PersonError(
      'LINK_NOT_FOUND',
      'This link does not work any more: it was used, withdrawn, or has expired. Ask an administrator for a new one.',
    );
  }
  return found;
}
