import { and, eq } from 'drizzle-orm';
import { acrossOrganisations, type Database, type SystemTx } from './client.ts';
import { environment, environmentKinds, member, organisation, user } from './schema/index.ts';
import type { EnvironmentKind } from './schema/organisation.ts';
import type { Role } from './words/roles.ts';

export interface SeedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface SeedOrganisationInput {
  readonly key: string;
  readonly name: string;
  readonly timeZone?: string;
  /** The first members, without passwords; setting those belongs to the sign-in. */
  readonly people: readonly SeedPerson[];
}

export interface SeededOrganisation {
  readonly organisationId: string;
  readonly environmentIds: Readonly<Record<EnvironmentKind, string>>;
}

const environmentNames = { development: 'Development', test: 'Test', production: 'Production' } as const;

/** Creates an organisation with its three environments and members. Running it again only adds what is missing. */
export function seedOrganisation(db: Database, input: SeedOrganisationInput): Promise<SeededOrganisation> {
  return acrossOrganisations(db, (tx) => addOrganisation(tx, input));
}

/** Does what `seedOrganisation` does, in the caller's transaction. */
export async function addOrganisation(tx: SystemTx, input: SeedOrganisationInput): Promise<SeededOrganisation> {
  const { key, name, timeZone = 'Europe/London' } = input;
  await tx.insert(organisation).values({ key, name, timeZone }).onConflictDoNothing({ target: organisation.key });
  const [owner] = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.key, key));
  if (owner === undefined) throw new Error(`The organisation "${key}" was removed while it was being seeded.`);
  await addPeople(tx, owner.id, input.people);
  return { organisationId: owner.id, environmentIds: await addEnvironments(tx, owner.id) };
}

async function addEnvironments(tx: SystemTx, organisationId: string): Promise<Record<EnvironmentKind, string>> {
  for (const [position, kind] of environmentKinds.entries()) {
    await tx
      .insert(environment)
      .values({ organisationId, key: kind, name: environmentNames[kind], kind, position })
      .onConflictDoNothing({ target: [environment.organisationId, environment.key] });
  }
  const idOf = async (kind: EnvironmentKind): Promise<string> => {
    const [row] = await tx
      .select({ id: environment.id })
      .from(environment)
      .where(and(eq(environment.organisationId, organisationId), eq(environment.key, kind)));
    if (row === undefined) throw new Error(`The environment "${kind}" was removed while it was being seeded.`);
    return row.id;
  };
  return {
    development: await idOf('development'),
    test: await idOf('test'),
    production: await idOf('production'),
  };
}

async function addPeople(tx: SystemTx, organisationId: string, people: readonly SeedPerson[]): Promise<void> {
  for (const { id, name, email, roles } of people) {
    await tx.insert(user).values({ id, name, email, emailVerified: true }).onConflictDoNothing({ target: user.email });
    // The person may exist under another id, given by the sign-in.
    const [person] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (person === undefined) continue;
    await tx
      .insert(member)
      .values({ organisationId, userId: person.id, roles: [...roles] })
      .onConflictDoNothing({ target: [member.organisationId, member.userId] });
  }
}
