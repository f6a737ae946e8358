import type { Limit } from './attempt-limits.ts';
import { addressGroup } from './client-address.ts';

const minuteMs = 60_000;

/** Failed attempts from one address, for any accounts. An office behind one address shares it. */
export const addressLimit = (address: string): Limit => ({
  subject: `address:${addressGroup(address)}`,
  max: 30,
  windowMs: 10 * minuteMs,
});

interface Account {
  readonly email: string;
  readonly address: string;
  /** True if the person has signed in from this address before. */
  readonly isKnownAddress: boolean;
}

/**
 * Failed attempts for one account. Attempts from an address from which the person has signed in are counted separately,
 * so that a stranger who locks the account does not lock out its owner. Accounts that do not exist are counted in the
 * same way.
 */
export const accountLimit = ({ email, address, isKnownAddress }: Account): Limit => ({
  subject: isKnownAddress ? `account:${email} from ${addressGroup(address)}` : `account:${email}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/** Failed attempts for one account in a browser in which its person has signed in before, from any address. */
export const deviceLimit = (deviceId: string, userId: string): Limit => ({
  subject: `device:${deviceId}:${userId}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/**
 * A code of an authenticator app signs in only once, so somebody who saw it being typed cannot use it. The library
 * accepts a code for up to 90 seconds.
 */
export const codeLimit = (userId: string, code: string): Limit => ({
  subject: `code:${userId}:${code}`,
  max: 1,
  windowMs: 2 * minuteMs,
});

/** Wrong passwords of a signed-in person, when a change of their account asks for it again. */
export const reauthenticationLimit = (userId: string): Limit => ({
  subject: `again:${userId}`,
  max: 10,
  windowMs: 15 * minuteMs,
});

/** Passwords that are hashed for a single one-time link. */
export const linkLimit = (token: string): Limit => ({
  subject: `link:${token}`,
  max: 10,
  windowMs: 15 * minuteMs,
});
