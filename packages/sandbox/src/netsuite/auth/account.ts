/** The demo account and who may call it. Fixed values of the sandbox, no secrets. */
export const ACCOUNT_ID = 'TSTDRV1234567';

export type RoleName = 'integration' | 'read-only';

export interface TokenCredential {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  readonly role: RoleName;
}

/** The second token belongs to a role that may read but not write; with it, writes answer INSUFFICIENT_PERMISSION. */
export const TOKENS: readonly TokenCredential[] = [
  {
    consumerKey: 'sandbox-consumer-key',
    consumerSecret: 'sandbox-consumer-secret',
    tokenId: 'sandbox-token-id',
    tokenSecret: 'sandbox-token-secret',
    role: 'integration',
  },
  {
    consumerKey: 'sandbox-consumer-key',
    consumerSecret: 'sandbox-consumer-secret',
    tokenId: 'sandbox-readonly-token-id',
    tokenSecret: 'sandbox-readonly-token-secret',
    role: 'read-only',
  },
];

export const M2M_CLIENT_ID = 'sandbox-m2m-client';
/** The certificate id, sent as `kid`; its public key is registered through `/__control/keys`. */
export const CERTIFICATE_ID = 'sandbox-certificate';
