import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { SystemTx } from '../client.ts';
import { member, user } from '../schema/index.ts';
import { PersonError } from './person-error.ts';
import { isFullName, nameLikeness, namesWithin } from './person-name.ts';

interface WantedName {
  readonly name: string;
  /** Where the name must be the only one of its kind. */
  readonly organisationIds: readonly string[];
  /** Whose name it is; undefined for somebody new. */
  readonly userId?: string | undefined;
}

/** Makes sure that nobody is taken for a colleague. @throws PersonError `NAME_TAKEN` */
export async function refuseTakenName(tx: SystemTx, wanted: WantedName): Promise<void> {
  const { name, organisationIds, userId } = wanted;
  // Of two people who take one name at once, the second waits here and sees what the first has stored.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('throughline:person-names', 0))`);
  const others = await tx
    .selectDistinct({ name: user.name, email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(inArray(member.organisationId, [...organisationIds]), userId === undefined ? undefined : ne(user.id, userId)),
    );
  const { full, apart } = namesWithin(name);
  const alike = others.find((other) => (isFullName(other.name) ? full : apart).has(nameLikeness(other.name)));
  if (alike === undefined) return;
  throw new PersonError(
    'NAME_TAKEN',
    `A colleague is called “${alike.name}” (${alike.email}). Add a middle name or an initial in between, so that nobody takes one of you for the other.`,
  );
}
