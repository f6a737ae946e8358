import { and, asc, arrayContains, eq, isNull, sql } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from '../client.ts';
import { accessLink, auditEntry, member, organisation } from '../schema/index.ts';
import { addOrganisation } from '../seed-organisation.ts';
import { makeAccessToken } from './access-token.ts';
import type { OneTimeLink } from './invite-person.ts';

const linkMs = 24 * 60 * 60 * 1000;

/**
 * A one-time link by which somebody makes themselves the first administrator, or undefined when there is one already.
 * It makes the organisation where there is none. An earlier link of this kind ends. All of this is one transaction under
 * the lock of the first administrator, so nobody becomes one between the question and the link.
 */
export function inviteFirstAdministrator(
  db: Database,
  { organisationName, now }: { readonly organisationName: string; readonly now: Date },
): Promise<OneTimeLink | undefined> {
  return acrossOrganisations(db, async (tx) => {
    if (await hasAdministrator(tx)) return undefined;
    return makeSetupLink(tx, await findOrMakeOrganisation(tx, organisationName), now);
  });
}

async function findOrMakeOrganisation(tx: SystemTx, name: string): Promise<string> {
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .orderBy(asc(organisation.createdAt))
    .limit(1);
  if (found !== undefined) return found.id;
  return (await addOrganisation(tx, { key: 'main', name, timeZone: 'UTC', people: [] })).organisationId;
}

async function makeSetupLink(tx: SystemTx, organisationId: string, now: Date): Promise<OneTimeLink> {
  const isOpen = and(
    eq(accessLink.organisationId, organisationId),
    eq(accessLink.kind, 'setup'),
    isNull(accessLink.usedAt),
    isNull(accessLink.revokedAt),
  );
  await tx.update(accessLink).set({ revokedAt: now }).where(isOpen);
  const { token, tokenHash } = makeAccessToken();
  const expiresAt = new Date(now.getTime() + linkMs);
  const link = { kind: 'setup', tokenHash, email: '', createdBy: 'system:serve', createdAt: now, expiresAt } as const;
  const [made] = await tx
    .insert(accessLink)
    .values({ ...link, organisationId, roles: ['admin'] })
    .returning({ id: accessLink.id });
  if (made === undefined) throw new Error('The link was not stored.');
  await tx.insert(auditEntry).values({
    organisationId,
    actor: 'system:serve',
    action: 'member.invited',
    subjectType: 'invitation',
    subjectId: made.id,
    details: { roles: ['admin'], expiresAt },
  });
  return { token, expiresAt };
}

/** Locks out a second answer to this question until the transaction ends. */
export async function hasAdministrator(tx: SystemTx): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`);
  const found = await tx
    .select({ id: member.id })
    .from(member)
    .where(arrayContains(member.roles, ['admin']))
    .limit(1);
  return found.length > 0;
}
