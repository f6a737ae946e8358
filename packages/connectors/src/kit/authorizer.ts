import type { TokenCache } from './token-cache.ts';

export interface SignableRequest {
  readonly method: string;
  readonly url: URL;
}

/** Puts credentials on a request. */
export interface Authorizer {
  headers(request: SignableRequest): Promise<Readonly<Record<string, string>>>;
  /** Reports that the vendor refused these headers. Returns true when a new attempt would carry others. */
  renew(refused: Readonly<Record<string, string>>): boolean;
}

/** A bearer token that is fetched when it is needed, and fetched once more when the vendor refuses it. */
export function tokenAuthorizer(tokens: TokenCache): Authorizer {
  return {
    headers: async () => ({ authorization: `Bearer ${await tokens.get()}` }),
    renew: (refused) => {
      tokens.reject((refused['authorization'] ?? '').replace(/^Bearer /, ''));
      return true;
    },
  };
}

/** A bearer token that never changes. */
export function fixedAuthorizer(token: string): Authorizer {
  return { headers: () => Promise.resolve({ authorization: `Bearer ${token}` }), renew: () => false };
}

/** For requests that carry their credentials in the body, such as those for a token. */
export const anonymous: Authorizer = { headers: () => Promise.resolve({}), renew: () => false };
