import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** A browser in which people have signed in, identified by its signed cookie. */
export interface Device {
  readonly id: string;
  /** User ids, most recent sign-in first. */
  readonly accounts: readonly string[];
}

export interface DeviceCookies {
  readonly read: (cookies: string | null) => Device | undefined;
  /** The `set-cookie` header after a sign-in. The browser keeps its identity. */
  readonly renew: (cookies: string | null, userId: string) => string;
}

const cookieName = 'throughline-device';
const yearSeconds = 365 * 24 * 60 * 60;
const mostAccounts = 8;

const schema = z.object({ id: z.string().max(100), accounts: z.array(z.string().max(100)).max(mostAccounts) });

/**
 * Device cookies as described by OWASP. Such a cookie does not sign anybody in. It gives the browser its own count of
 * wrong passwords, and says who has used it. It is kept after signing out.
 */
export const deviceCookies = (settings: { readonly secret: string; readonly publicUrl: string }): DeviceCookies => {
  const sign = (payload: string): string =>
    createHmac('sha256', settings.secret).update(`device:${payload}`).digest('base64url');
  const read = (cookies: string | null): Device | undefined => {
    const [, payload = '', signature = ''] = pattern.exec(cookies ?? '') ?? [];
    return payload !== '' && isSame(signature, sign(payload)) ? parse(payload) : undefined;
  };
  const renew = (cookies: string | null, userId: string): string => {
    const { id, accounts } = read(cookies) ?? { id: randomUUID(), accounts: [] };
    const known = [userId, ...accounts.filter((each) => each !== userId)].slice(0, mostAccounts);
    const payload = Buffer.from(JSON.stringify({ id, accounts: known })).toString('base64url');
    const isSecure = settings.publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${cookieName}=${payload}.${sign(payload)}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${isSecure}`;
  };
  return { read, renew };
};

const pattern = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{1,2000})\\.([\\w-]{1,100})(?:;|$)`);

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const parse = (payload: string): Device | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
};
