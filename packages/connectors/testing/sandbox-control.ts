/** The part of a stand-in's control plane that the contract suite uses, over HTTP like any outsider. */
export interface SandboxControl {
  readonly url: string;
  fault(rule: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  reset(): Promise<void>;
  now(): Promise<string>;
  advance(advanceMs: number): Promise<void>;
  registerKey(id: string, publicKeyPem: string): Promise<void>;
  subscribe(url: string, secret: string): Promise<void>;
  /** Requests since a mark, newest last. */
  requests(sinceSeq?: number): Promise<readonly LedgerRequest[]>;
  lastSeq(): Promise<number>;
  stored(collection: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface LedgerRequest {
  readonly method: string;
  readonly path: string;
}

export function sandboxControl(url: string): SandboxControl {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/__control${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} on the control plane: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const ledger = async (since = 0) =>
    (await call('GET', `/ledger?since=${since}`)) as { lastSeq: number; requests: LedgerRequest[] };
  return {
    url,
    fault: async (rule) => void (await call('POST', '/faults', rule)),
    clearFaults: async () => void (await call('DELETE', '/faults')),
    reset: async () => void (await call('POST', '/reset')),
    now: async () => ((await call('GET', '/clock')) as { now: string }).now,
    advance: async (advanceMs) => void (await call('POST', '/clock', { advanceMs })),
    registerKey: async (id, publicKeyPem) => void (await call('POST', '/keys', { id, publicKeyPem })),
    subscribe: async (target, secret) =>
      void (await call('POST', '/subscriptions', { url: target, secret, events: ['*'] })),
    requests: async (since) => (await ledger(since)).requests,
    lastSeq: async () => (await ledger(Number.MAX_SAFE_INTEGER)).lastSeq,
    stored: async (collection) => (await call('GET', `/state/${collection}`)) as Readonly<Record<string, unknown>>[],
  };
}
