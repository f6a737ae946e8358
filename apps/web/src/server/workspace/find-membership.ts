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
  /** Every organisation of the person, by name; they choose one at the top of the page. */
  readonly organisations: readonly { readonly key: string; readonly name: string }[];
  readonly roles: readonly Role[];
  readonly environments: readonly EnvironmentInfo[];
}

/**
 * The organisation in which a person works (the one they chose, or else the first they joined), their roles there, and
 * its environments in order. Choosing an organisation to which they do not belong has no effect.
 */
export const findMembership = (
  database: Database,
  userId: string,
  chosenKey?: string,
): Promise<Membership | undefined> =>
  acrossOrganisations(database, async (tx) => {
    const joined = await tx
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
      .orderBy(asc(member.createdAt));
    const found = joined.find(({ key }) => key === chosenKey) ?? joined[0];
    if (found === undefined) return undefined;
    const organisations = joined
      .map(({ key, name }) => ({ key, name }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
    const { roles, ...own } = found;
    const environments = await tx
      .select({ id: environment.id, key: environment.key, name: environment.name, kind: environment.kind })
      .from(environment)
      .where(eq(environment.organisationId, own.id))
      .orderBy(asc(environment.position), asc(environment.key));
    return { organisation: own, organisations, roles, environments };
  });
