/**
 * The reachable paths of the sign-in library. Its other features (signing up, renaming, changing the e-mail, listing
 * sessions with their secrets) are closed; our own procedures provide what is needed of them.
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

/** The path within the sign-in library; undefined for a closed one. */
export const openAuthPath = (pathname: string): string | undefined => {
  const path = pathname.startsWith(`${authBase}/`) ? pathname.slice(authBase.length) : '';
  return openPaths.has(path) ? path : undefined;
};
