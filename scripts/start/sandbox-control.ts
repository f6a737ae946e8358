/** Calls a sandbox system's control plane. @throws Error with the sandbox's own words when it refuses. */
async function control(url: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/__control/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`The sandbox at ${url} refused ${path}: ${await response.text()}`);
  return response.json();
}

/** Lets the holder of the matching private key sign in to this sandbox system. */
export const registerKey = (url: string, id: string, publicKeyPem: string): Promise<unknown> =>
  control(url, 'keys', { id, publicKeyPem });

/** Has the sandbox send its change events to `target`, and to nowhere else it was told to on our behalf before. */
export const subscribe = (url: string, target: string, secret: string): Promise<unknown> =>
  control(url, 'subscriptions', { id: 'throughline', url: target, secret, events: ['Opportunity.*', 'Account.*'] });
