import { createHash, randomBytes } from 'node:crypto';

export interface AccessToken {
  /** Shown once and never stored. */
  readonly token: string;
  readonly tokenHash: string;
}

/** A secret for a one-time link: 256 random bits, so a plain hash is enough to keep it by. */
export function makeAccessToken(): AccessToken {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashAccessToken(token) };
}

export const hashAccessToken = (token: string): string => createHash('sha256').update(token).digest('hex');
