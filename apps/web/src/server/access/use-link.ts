import type { Database } from '@throughline/core/db';
import {
  acceptAsNewPerson,
  acceptWithAccount as joinWithAccount,
  checkNewPerson,
} from '@throughline/core/db/people/accept-invitation';
import type { LinkToken } from '@throughline/core/db/people/open-access-link';
import { readPersonName } from '@throughline/core/db/people/person-name';
import { checkReset, finishReset as storeReset } from '@throughline/core/db/people/reset-sign-in';
import { hashPassword } from '@throughline/core/password/hash-password';
import { judgeReplacement } from '../account/change-password.ts';
import { requireGoodPassword } from '../account/require-good-password.ts';
import { takeAttempt } from '../auth/attempt-limits.ts';
import { linkLimit } from '../auth/sign-in-limits.ts';
import type { Person } from '../trpc/context.ts';
import { Refusal } from '../trpc/refusal.ts';

interface LinkInput extends LinkToken {
  readonly password: string;
}

/**
 * Creates the account of an invited person. Everything else is checked first, so that only a usable link costs a hash,
 * and not often.
 * @throws PersonError
 */
export const acceptAsNew = async (
  database: Database,
  input: LinkInput & { readonly name: string; readonly email?: string | undefined },
): Promise<void> => {
  const name = readPersonName(input.name);
  const { email, organisationName } = await checkNewPerson(database, { ...input, name });
  requireGoodPassword(input.password, [name, email, input.email ?? '', organisationName]);
  await countUse(database, input);
  await acceptAsNewPerson(database, { ...input, name, passwordHash: await hashPassword(input.password) });
};

interface AcceptInput extends LinkToken {
  readonly person: Person;
  readonly sessionId: string | undefined;
  readonly password?: { readonly current: string; readonly next: string } | undefined;
}

/** Joins with the account of the signed-in person. @throws PersonError */
export const acceptWithAccount = async (database: Database, input: AcceptInput): Promise<void> => {
  const { person, password: given, now } = input;
  const password = given === undefined ? undefined : await judgeReplacement(database, { person, now, ...given });
  await joinWithAccount(database, { ...input, userId: person.id, password });
};

/** Sets the new password of a person whose sign-in was reset. @throws PersonError */
export const finishReset = async (database: Database, input: LinkInput): Promise<void> => {
  const { email, organisationName, personName } = await checkReset(database, input);
  requireGoodPassword(input.password, [email, organisationName, personName ?? '']);
  await countUse(database, input);
  await storeReset(database, { ...input, passwordHash: await hashPassword(input.password) });
};

/** Counts attempts that cost a hash. When one link is used many times at once, only one use succeeds. */
const countUse = async ({ login }: Database, { token, now }: LinkToken): Promise<void> => {
  const { isAllowed } = await takeAttempt(login, linkLimit(token), now);
  if (isAllowed) return;
  throw new Refusal('too-many', 'TOO_MANY_ATTEMPTS', 'This link was tried too often. Wait 15 minutes, then try again.');
};
