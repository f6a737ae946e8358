import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { accessLink } from '../schema/index.ts';

/** Who may know the password of an account besides its person. */
export interface PasswordOrigin {
  readonly userId: string;
  /** The colleague who had the link by which the password was set. */
  readonly passwordFrom: string | null;
  /** The colleague who said that the account is really that person's. */
  readonly confirmedBy: string | null;
}

/** The last one-time link that each person of the organisation used, including those who have left. */
export function loadPasswordOrigins(tx: OrganisationTx): Promise<(PasswordOrigin & { readonly linkId: string })[]> {
  return tx
    .selectDistinctOn([accessLink.userId], {
      linkId: accessLink.id,
      userId: accessLink.userId,
      passwordFrom: accessLink.passwordFrom,
      confirmedBy: accessLink.confirmedBy,
    })
    .from(accessLink)
    .where(and(isNotNull(accessLink.userId), isNotNull(accessLink.usedAt)))
    .orderBy(accessLink.userId, desc(accessLink.usedAt))
    .then((rows) => rows.flatMap(({ userId, ...rest }) => (userId === null ? [] : [{ userId, ...rest }])));
}

/**
 * The accounts that a person could sign in with: their own, and each whose password was set by a link that one of these
 * accounts made, unless somebody outside the set confirmed it.
 */
export function accountsInReach(userId: string, origins: readonly PasswordOrigin[]): ReadonlySet<string> {
  const reach = new Set([userId]);
  let grown = 0;
  while (grown < reach.size) {
    grown = reach.size;
    for (const { userId: other, passwordFrom, confirmedBy } of origins) {
      if (passwordFrom === null || !reach.has(passwordFrom)) continue;
      if (confirmedBy === null || reach.has(confirmedBy)) reach.add(other);
    }
  }
  return reach;
}

/** False when one of the two people could be the other: their decisions are not four eyes. */
export const areIndependent = (one: string, other: string, origins: readonly PasswordOrigin[]): boolean =>
  !accountsInReach(one, origins).has(other) && !accountsInReach(other, origins).has(one);

/** Colleagues who could be both: nothing forbids that, so it is put on record for whoever reads the audit log. */
export const couldBeBoth = (one: string, other: string, origins: readonly PasswordOrigin[]): string[] =>
  [...new Set(origins.flatMap(({ passwordFrom }) => passwordFrom ?? []))].filter((userId) => {
    const reach = accountsInReach(userId, origins);
    return reach.has(one) && reach.has(other);
  });

/** Stores who confirmed an account. */
export const storeConfirmation = (tx: OrganisationTx, linkId: string, confirmedBy: string) =>
  tx.update(accessLink).set({ confirmedBy }).where(eq(accessLink.id, linkId));
