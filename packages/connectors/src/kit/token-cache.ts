export interface AccessToken {
  readonly value: string;
  /** Absent when the vendor does not say; then only a refusal ends it. */
  readonly expiresAtMs?: number | undefined;
}

/** Refreshed this long before its end, so that no request starts with a token that ends on the way. */
const EARLY_MS = 60_000;

/** Holds the connection's one token. However many requests find it missing, one refresh is made and all wait for it. */
export class TokenCache {
  readonly #refresh: () => Promise<AccessToken>;
  readonly #now: () => number;
  #token: AccessToken | undefined;
  #pending: Promise<AccessToken> | undefined;

  constructor(refresh: () => Promise<AccessToken>, now: () => number) {
    this.#refresh = refresh;
    this.#now = now;
  }

  async get(): Promise<string> {
    const token = this.#token;
    if (token !== undefined && this.#isFresh(token)) return token.value;
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = undefined;
    });
    return (await this.#pending).value;
  }

  async #renew(): Promise<AccessToken> {
    this.#token = await this.#refresh();
    return this.#token;
  }

  /** Forgets the token the vendor refused, unless somebody has replaced it meanwhile. */
  reject(value: string): void {
    if (this.#token?.value === value) this.#token = undefined;
  }

  #isFresh(token: AccessToken): boolean {
    return token.expiresAtMs === undefined || this.#now() < token.expiresAtMs - EARLY_MS;
  }
}
