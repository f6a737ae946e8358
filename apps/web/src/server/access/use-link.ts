import type { Database } from '@throughline/core/db';
import { acceptAsNewPerson } from '@throughline/core/db/people/accept-invitation';
import { describeAccessLink } from '@throughline/core/db/people/open-access-link';
import { readPersonName } from '@throughline/core/db/people/person-name';
import { finishReset as storeReset } from '@throughline/core/db/people/reset-sign-in';
import { hashPassword } from '@throughline/core/password/hash-password';
import { requireGoodPassword } from '../account/require-good-password.ts';

interface LinkInput {
  readonly token: string;
  readonly password: string;
  readonly now: Date;
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

/** Sets the new password of a person whose sign-in was reset. @throws PersonError */
export const finishReset = async (database: Database, input: LinkInput): Promise<void> => {
  const { email, organisationName, personName } = await describeAccessLink(database, input);
  requireGoodPassword(input.password, [email, organisationName, personName ?? '']);
  await storeReset(database, { ...input, passwordHash: await hashPassword(input.password) });
};
