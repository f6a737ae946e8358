import { z } from 'zod';
import { PersonError } from './person-error.ts';

const schema = z.email().max(254);

/** An address as accounts are found by it: trimmed, in small letters. @throws PersonError `EMAIL_NOT_VALID` */
export function readEmailAddress(text: string): string {
  const { data } = schema.safeParse(text.trim().toLowerCase());
  if (data !== undefined) return data;
  throw new PersonError('EMAIL_NOT_VALID', 'This is not an e-mail address. One looks like name@company.com.');
}
