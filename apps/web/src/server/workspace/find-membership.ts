import { asc, eq } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { environment, member, organisation, type EnvironmentKind } from '@throughline/core/db/schema/organisation';
import { type Role } from '@throughline/core/db/words/roles';

export interface EnvironmentInfo {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: EnvironmentKind;
}

export interface Membership {
  readonly organisation: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly timeZone: string;
  };
  readonly roles: readonly Role[];
  readonly environments: readonly EnvironmentInfo[];
}

/** The organisation a person belongs to (the first joined, when several), their roles there, and its environments in order. */
export const findMembership = (database: Database, userId: string): Promise<Membership | undefined> =>
  acrossOrganisations(database, async (tx) => {
    const [found] = await tx
      .select({
        id: organisation.id,
        key: organisation.key,
        name: organisation.name,
        timeZone: organisation.timeZone,
        roles: member.roles,
      })
      .from(member)
      .innerJoin(organisation, eq(organisation.id, member.organisationId))
      .where(eq(member.userId, userId))
      .orderBy(asc(member.createdAt))
      .limit(1);
    if (found === undefined) return undefined;
    const { roles, ...own } = found;
    const environments = await tx
      .select({ id: environment.id, key: environment.key, name: environment.name, kind: environment.kind })
      .from(environment)
      .where(eq(environment.organisationId, own.id))
      .orderBy(asc(environment.position), asc(environment.key));
    return { organisation: own, roles, environments };
  });
