import { INTEGRATION_USER_ID } from './api/kantata-store.ts';

export interface Identity {
  readonly userId: string;
  readonly canWrite: boolean;
}

/** Tokens do not expire. The second one belongs to a person who may read but not write; with it, writes answer 403. */
export const TOKENS: Readonly<Record<string, Identity>> = {
  'sandbox-kantata-token': { userId: INTEGRATION_USER_ID, canWrite: true },
  'sandbox-kantata-readonly-token': { userId: INTEGRATION_USER_ID, canWrite: false },
};

export function identify(authorization: string | undefined): Identity | undefined {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : TOKENS[token];
}
