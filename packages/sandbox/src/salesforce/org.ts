import { makeId, ORG_ID } from './ids.ts';

/** The demo org's fixed identity: sandbox only, printed at its start. */
export const org = {
  id: ORG_ID,
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  /** What a person's consent in a browser would have given; it does not expire. */
  refreshToken: 'sandbox-refresh-token',
  username: 'integration@haldenpike.example',
  /** The integration user is the first user of the seed. */
  integrationUserId: makeId('005', 1),
  webhookSecret: 'whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAx',
  defaultCurrency: 'GBP',
} as const;

/** API versions served; the newest is the one the sandbox was written against. */
export const OLDEST_VERSION = 50;
export const NEWEST_VERSION = 66;
