export interface AccessToken {
  readonly value: string;
  /** Absent when the vendor does not give it; then only a refusal ends the token. */
  readonly expiresAtMs?: number | undefined;
}

/** A token is refreshed this long before its end, so that no request starts with one that expires on the way. */
const EARLY_MS = 60_000;

/**
 * Holds the connection's only token. When many requests find it missing, one of them fetches it and all the others
 * wait.
 */
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

  /** Forgets the token that the vendor refused, unless somebody has replaced it in the meantime. */
  reject(value: string): void {
    if (this.#token?.value === value) this.#token = undefined;
  }

  #isFresh(token: AccessToken): boolean {
    return token.expiresAtMs === undefined || this.#now() < token.expiresAtMs - EARLY_MS;
  }
}
