import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { nextCookies } from 'better-auth/next-js';
import type { Database } from '@throughline/core/db';
import { hashPassword, verifyPassword } from '@throughline/core/password/hash-password';
import { longestPassword, shortestPassword } from '@throughline/core/password/password-weakness';
import { account, session, user, verification } from '@throughline/core/db/schema/auth';

export interface AuthSettings {
  readonly secret: string;
  readonly publicUrl: string;
}

const sessionSeconds = 12 * 60 * 60;
const refreshSeconds = 60 * 60;

/** Sign-in with e-mail and password. Nobody signs up: an administrator adds people. */
export const createAuth = (database: Database, settings: AuthSettings) =>
  betterAuth({
    appName: 'Throughline',
    secret: settings.secret,
    baseURL: settings.publicUrl,
    trustedOrigins: [settings.publicUrl, settings.publicUrl.replace('127.0.0.1', 'localhost')],
    telemetry: { enabled: false },
    database: drizzleAdapter(database.login, { provider: 'pg', schema: { account, session, user, verification } }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: sessionSeconds, updateAge: refreshSeconds },
    rateLimit: { enabled: true, window: 60, max: 200, customRules: { '/sign-in/email': { window: 60, max: 30 } } },
    advanced: {
      cookiePrefix: 'throughline',
      // A browser drops secure cookies on plain http, which is how a laptop runs this.
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [nextCookies()],
  });

export type Auth = ReturnType<typeof createAuth>;
