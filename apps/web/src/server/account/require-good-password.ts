import { PersonError } from '@throughline/core/db/people/person-error';
import { passwordWeakness } from '@throughline/core/password/password-weakness';

/** @throws PersonError `PASSWORD_WEAK` with what is wrong and what to do */
export const requireGoodPassword = (password: string, known: readonly string[]): void => {
  const weakness = passwordWeakness(password, known);
  if (weakness !== undefined) throw new PersonError('PASSWORD_WEAK', weakness);
};
