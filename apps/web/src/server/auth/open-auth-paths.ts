/**
 * What of the sign-in library is reachable. Everything else it brings (signing up, renaming, changing the e-mail,
 * listing sessions with their secrets) is closed; our own procedures do what is needed of that.
 */
const openPaths: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/sign-out',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/delete-passkey',
]);

export const authBase = '/api/auth';

/** The path within the sign-in library; undefined for what is closed. */
export const openAuthPath = (pathname: string): string | undefined => {
  const path = pathname.startsWith(`${authBase}/`) ? pathname.slice(authBase.length) : '';
  return openPaths.has(path) ? path : undefined;
};
