import { ownValue } from '@throughline/core/connector/own-value';

export interface AuthFailure {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** The sentence for a refusal of the sign-in library; undefined means that there was no answer at all. */
export const describeAuthFailure = (failure: AuthFailure | null | undefined): string => {
  if (failure == null || failure.status >= 500) {
    return 'The server cannot be reached or has a problem. Try again in a moment.';
  }
  const { code, status, message } = failure;
  const known = sentenceOfCode(code);
  if (known !== undefined) return known;
  if (status === 429) return message ?? 'Too many attempts. Wait a few minutes, then try again.';
  return status === 401
    ? 'E-mail and password do not match. Check both and try again.'
    : 'This was refused. Check what you entered and try again.';
};

/** The sentence for a code of the sign-in library; undefined for any other. */
export const sentenceOfCode = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : ownValue(sentences, code);

const sentences: Readonly<Record<string, string>> = {
  INVALID_CODE: 'This code is not right. Enter the one that the app shows now.',
  CODE_USED: 'This code was used already. Enter the next one that the app shows.',
  INVALID_BACKUP_CODE: 'This recovery code is not right, or it was used before.',
  INVALID_TWO_FACTOR_COOKIE: 'Signing in took too long. Start again with your password.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Start again with your password.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Try again in 15 minutes.',
  INVALID_PASSWORD: 'The password is not right.',
  SESSION_NOT_FRESH: 'You signed in a while ago. Sign out, sign in again, then try again.',
  SECOND_FACTOR_NEEDED:
    'The password alone is not enough. Enter a code from your app or a recovery code as well, or use a passkey. If your passkeys are lost and you have no app, set one up first.',
  PASSKEY_NOT_FOUND: 'This passkey is not known here. Sign in with your password.',
  PASSKEY_EXISTS: 'This device has a passkey for your account already.',
  PASSKEY_NOT_MADE: 'No passkey was made. Try again; a code that you entered is used up, so enter the next one.',
  AUTH_CANCELLED: 'Nothing was chosen. Try again, or sign in with your password.',
  AUTHENTICATION_FAILED: 'The passkey was not accepted. Try again, or sign in with your password.',
  USER_NOT_VERIFIED:
    'The passkey did not ask for your fingerprint, face or PIN. Set that up on the device, then try again.',
};
