import type { Database } from '@throughline/core/db';
import { acceptAsNewPerson, acceptWithAccount as joinWithAccount } from '@throughline/core/db/people/accept-invitation';
import { describeAccessLink, type LinkToken } from '@throughline/core/db/people/open-access-link';
import { readPersonName } from '@throughline/core/db/people/person-name';
import { finishReset as storeReset } from '@throughline/core/db/people/reset-sign-in';
import { hashPassword } from '@throughline/core/password/hash-password';
import { judgeReplacement } from '../account/change-password.ts';
import { requireGoodPassword } from '../account/require-good-password.ts';
import type { Person } from '../trpc/context.ts';

interface LinkInput extends LinkToken {
  readonly password: string;
}

/**
 * Makes the account of an invited person. The link is looked up first, so that nobody without one costs a hash.
 * @throws PersonError
 */
export const acceptAsNew = async (
  database: Database,
  input: LinkInput & { readonly name: string; readonly email?: string | undefined },
): Promise<void> => {
  const { email, organisationName } = await describeAccessLink(database, input);
  const name = readPersonName(input.name);
  requireGoodPassword(input.password, [name, email, input.email ?? '', organisationName]);
  await acceptAsNewPerson(database, { ...input, name, passwordHash: await hashPassword(input.password) });
};

interface AcceptInput extends LinkToken {
  readonly person: Person;
  readonly sessionId: string | undefined;
  readonly password?: { readonly current: string; readonly next: string } | undefined;
}

/** Joins with the account of whoever is signed in. @throws PersonError */
export const acceptWithAccount = async (database: Database, input: AcceptInput): Promise<void> => {
  const { person, password: given, now } = input;
  const password = given === undefined ? undefined : await judgeReplacement(database, { person, now, ...given });
  await joinWithAccount(database, { ...input, userId: person.id, password });
};

/** Sets the new password of a person whose sign-in was reset. @throws PersonError */
export const finishReset = async (database: Database, input: LinkInput): Promise<void> => {
  const { email, organisationName, personName } = await describeAccessLink(database, input);
  requireGoodPassword(input.password, [email, organisationName, personName ?? '']);
  await storeReset(database, { ...input, passwordHash: await hashPassword(input.password) });
};
