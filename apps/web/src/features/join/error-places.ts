import { errorReason, errorText } from '../workspace/error-text.ts';

/** Where a form shows an error: at one of its fields, or below all of them. */
type ErrorPlace = 'name' | 'email' | 'password' | 'current' | 'form';

type Fields = Readonly<Partial<Record<ErrorPlace, string | undefined>>>;

/**
 * The message of a failed call, at its place. It is about the values that were sent, so a field that was changed since
 * then has no error.
 */
export const errorPlaces = (error: unknown, sent: Fields = {}, now: Fields = {}): Fields => {
  if (error === null || error === undefined) return {};
  const place = places[errorReason(error) ?? ''] ?? 'form';
  return sent[place] === now[place] ? { [place]: errorText(error) } : {};
};

const places: Readonly<Record<string, ErrorPlace>> = {
  NAME_TAKEN: 'name',
  NAME_NOT_ALLOWED: 'name',
  EMAIL_NOT_VALID: 'email',
  PASSWORD_WEAK: 'password',
  PASSWORD_SAME: 'password',
  PASSWORD_WRONG: 'current',
};
