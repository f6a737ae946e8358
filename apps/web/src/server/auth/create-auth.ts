import { passkey as passkeyPlugin } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor';
import type { Database } from '@throughline/core/db';
import { account, passkey, session, twoFactor, user, verification } from '@throughline/core/db/schema/auth';
import { hashPassword, verifyPassword } from '@throughline/core/password/hash-password';
import { longestPassword, shortestPassword } from '@throughline/core/password/password-weakness';
import { addressHeader } from './auth-call.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { waitingUser } from './waiting-user.ts';

export interface AuthSettings {
  readonly secret: string;
  readonly publicUrl: string;
}

const sessionSeconds = 12 * 60 * 60;
const refreshSeconds = 60 * 60;
/**
 * How long after signing in a person can add an authenticator app or a passkey. Later, they have to sign in again
 * first.
 */
export const freshSeconds = 15 * 60;

/** Sign-in with password, second factor or passkey. Nobody can sign up: an administrator invites people. */
export const createAuth = (database: Database, settings: AuthSettings) =>
  betterAuth({
    appName: 'Throughline',
    secret: settings.secret,
    baseURL: settings.publicUrl,
    trustedOrigins: [settings.publicUrl, settings.publicUrl.replace('127.0.0.1', 'localhost')],
    telemetry: { enabled: false },
    // Failed sign-ins are recorded with their person, so the log need not repeat them.
    logger: { level: 'error', log: logOfLibrary },
    database: drizzleAdapter(database.login, {
      provider: 'pg',
      schema: { account, passkey, session, twoFactor, user, verification },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: sessionSeconds, updateAge: refreshSeconds, freshAge: freshSeconds },
    // Attempts are counted in the database before a request gets here; see `handle-auth.ts`.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'throughline',
      // Browsers drop secure cookies on plain http, which is how it runs on a laptop.
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      twoFactorPlugin({ issuer: 'Throughline', backupCodeOptions: { customBackupCodesGenerate: recoveryCodes } }),
      passkeys(settings),
      waitingUser(),
      nextCookies(),
    ],
  });

/**
 * Logs the library's messages. Of an error, it logs only the kind, because an error can contain parts of the request.
 */
const logOfLibrary = (level: string, message: string, ...details: unknown[]): void => {
  const kinds = details.map((detail) => (detail instanceof Error ? detail.name : typeof detail));
  console.error([`Sign-in, ${level}: ${message.split('\n')[0]}`, ...kinds].join(' '));
};

/** A passkey replaces password and second factor, so the device must have verified its owner. */
const passkeys = ({ publicUrl }: AuthSettings) => {
  // Passkeys belong to a host name, never to an IP address. On the machine itself, that name is localhost.
  const address = new URL(publicUrl.replace('//127.0.0.1', '//localhost'));
  return passkeyPlugin({
    rpID: address.hostname,
    rpName: 'Throughline',
    origin: address.origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification: { registrationInfo } }) => {
        requireUserVerification(registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification: { authenticationInfo } }) => {
        requireUserVerification(authenticationInfo.userVerified);
      },
    },
  });
};

const requireUserVerification = (isVerified: boolean | undefined): void => {
  if (isVerified === true) return;
  throw new APIError('UNAUTHORIZED', {
    code: 'USER_NOT_VERIFIED',
    message: 'The passkey did not ask for your fingerprint, face or PIN. Set that up on the device, then try again.',
  });
};

export type Auth = ReturnType<typeof createAuth>;
