import type { Limit } from './attempt-limits.ts';
import { addressGroup } from './client-address.ts';

const minuteMs = 60_000;

/** Failed attempts from one address, whichever accounts they are for. An office behind one address shares it. */
export const addressLimit = (address: string): Limit => ({
  subject: `address:${addressGroup(address)}`,
  max: 30,
  windowMs: 10 * minuteMs,
});

interface Account {
  readonly email: string;
  readonly address: string;
  /** True where the person has signed in from this address before. */
  readonly isKnownAddress: boolean;
}

/**
 * Failed attempts for one account. Attempts from an address that the person is known by are counted apart, so that a
 * stranger who locks the account does not lock the person out. Accounts that do not exist are counted the same way.
 */
export const accountLimit = ({ email, address, isKnownAddress }: Account): Limit => ({
  subject: isKnownAddress ? `account:${email} from ${addressGroup(address)}` : `account:${email}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/** Failed attempts for one account in a browser in which its person has signed in before, wherever that is now. */
export const deviceLimit = (deviceId: string, userId: string): Limit => ({
  subject: `device:${deviceId}:${userId}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/**
 * A code of an authenticator app signs in once: whoever saw it being typed has no use for it. The library accepts a code
 * for up to 90 seconds.
 */
export const codeLimit = (userId: string, code: string): Limit => ({
  subject: `code:${userId}:${code}`,
  max: 1,
  windowMs: 2 * minuteMs,
});

/** Wrong passwords of somebody who is signed in, where a change of their account asks for it again. */
export const reauthenticationLimit = (userId: string): Limit => ({
  subject: `again:${userId}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/** Passwords that are hashed for one one-time link. */
export const linkLimit = (token: string): Limit => ({
  subject: `link:${token}`,
  max: 10,
  windowMs: 15 * minuteMs,
});
