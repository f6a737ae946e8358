/** Sends requests to the sign-in endpoints and keeps their cookies, as a browser does. */
export class Browser {
  /** Passkeys belong to a host name, never to a bare address. */
  readonly origin: string;
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
    this.origin = url.replace('127.0.0.1', 'localhost');
  }

  get(path: string): Promise<Response> {
    return this.#send(path, { method: 'GET' });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  signIn(email: string, password: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.post('/sign-in/email', { email, password }, headers);
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** What it sends with every request. */
  headers(): Record<string, string> {
    return {
      'content-type': 'application/json',
      origin: this.origin,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
  }

  async #send(path: string, { headers, ...init }: RequestInit): Promise<Response> {
    const response = await fetch(`${this.#url}/api/auth${path}`, {
      ...init,
      headers: { ...this.headers(), ...(headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
