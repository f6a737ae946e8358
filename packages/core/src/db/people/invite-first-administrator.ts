import { and, asc, arrayContains, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import { acrossOrganisations, type Database, type SystemTx, withOrganisation } from '../client.ts';
import { accessLink, member, organisation } from '../schema/index.ts';
import { seedOrganisation } from '../seed-organisation.ts';
import { makeAccessToken } from './access-token.ts';
import type { OneTimeLink } from './invite-person.ts';

const linkMs = 24 * 60 * 60 * 1000;

/**
 * A one-time link by which somebody makes themselves the first administrator, or undefined when there is one already.
 * It makes the organisation where there is none. An earlier link of this kind ends.
 */
export async function inviteFirstAdministrator(
  db: Database,
  { organisationName, now }: { readonly organisationName: string; readonly now: Date },
): Promise<OneTimeLink | undefined> {
  const found = await acrossOrganisations(db, async (tx) => ({
    hasAdministrator: await hasAdministrator(tx),
    organisations: await tx.select({ id: organisation.id }).from(organisation).orderBy(asc(organisation.createdAt)),
  }));
  if (found.hasAdministrator) return undefined;
  const organisationId =
    found.organisations[0]?.id ??
    (await seedOrganisation(db, { key: 'main', name: organisationName, timeZone: 'UTC', people: [] })).organisationId;
  return withOrganisation(db, organisationId, async (tx) => {
    await tx
      .update(accessLink)
      .set({ revokedAt: now })
      .where(and(eq(accessLink.kind, 'setup'), isNull(accessLink.usedAt), isNull(accessLink.revokedAt)));
    const { token, tokenHash } = makeAccessToken();
    const expiresAt = new Date(now.getTime() + linkMs);
    const link = { kind: 'setup', tokenHash, email: '', createdBy: 'system:serve', createdAt: now, expiresAt } as const;
    const [made] = await tx
      .insert(accessLink)
      .values({ ...link, roles: ['admin'] })
      .returning({ id: accessLink.id });
    if (made === undefined) throw new Error('The link was not stored.');
    await writeAudit(tx, {
      actor: 'system:serve',
      action: 'member.invited',
      subjectType: 'invitation',
      subjectId: made.id,
      details: { roles: ['admin'], expiresAt },
    });
    return { token, expiresAt };
  });
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
