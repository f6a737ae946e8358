import { randomBytes } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import type { SandboxClock } from '../../kit/clock.ts';
import { ACCOUNT_ID } from './account.ts';

export const TOKEN_LIFETIME_SECONDS = 3600;

/**
 * Bearer tokens live 60 minutes of sandbox time and end with the process, so a restart tests whether a client renews
 * its token.
 */
export class AccessTokens {
  readonly #key = randomBytes(32);
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  async issue(clientId: string): Promise<string> {
    const nowSeconds = Math.floor(this.#clock.nowMs() / 1000);
    return await new SignJWT({ scope: ['rest_webservices'] })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'sandbox' })
      .setIssuer(`https://${ACCOUNT_ID.toLowerCase()}.suitetalk.api.netsuite.com`)
      .setAudience(clientId)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + TOKEN_LIFETIME_SECONDS)
      .sign(this.#key);
  }

  async isValid(token: string): Promise<boolean> {
    try {
      await jwtVerify(token, this.#key, { algorithms: ['HS256'], currentDate: this.#clock.now() });
      return true;
    } catch {
      return false;
    }
  }
}
