import { errorReason, errorText } from '../workspace/error-text.ts';

/** Where a form says what is wrong: at one of its fields, or below all of them. */
type ErrorPlace = 'name' | 'email' | 'password' | 'current' | 'form';

/** The sentence of a failed call, at its place. */
export const errorPlaces = (error: unknown): Readonly<Partial<Record<ErrorPlace, string>>> =>
  error === null || error === undefined ? {} : { [places[errorReason(error) ?? ''] ?? 'form']: errorText(error) };

const places: Readonly<Record<string, ErrorPlace>> = {
  NAME_TAKEN: 'name',
  NAME_NOT_ALLOWED: 'name',
  EMAIL_NOT_VALID: 'email',
  PASSWORD_WEAK: 'password',
  PASSWORD_SAME: 'password',
  PASSWORD_WRONG: 'current',
};
