import { connectorCatalog } from '@throughline/connectors/catalog';

/** A stand-in, and the key with which we control it. */
export interface ControlledSandbox {
  readonly url: string;
  readonly key: string;
}

/** Calls a sandbox system's control plane. @throws Error with the sandbox's own words when it refuses. */
async function control({ url, key }: ControlledSandbox, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/__control/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', 'x-sandbox-key': key },
  });
  if (!response.ok) throw new Error(`The sandbox at ${url} refused ${path}: ${await response.text()}`);
  return response.json();
}

/** Lets the holder of the matching private key sign in to this sandbox system. */
export const registerKey = (sandbox: ControlledSandbox, id: string, publicKeyPem: string): Promise<unknown> =>
  control(sandbox, 'keys', { id, publicKeyPem });

/**
 * Makes the Salesforce stand-in send the changes of every object that the connection page names to `target`, instead of
 * any address that we gave it before.
 */
export const subscribe = (sandbox: ControlledSandbox, target: string, secret: string): Promise<unknown> =>
  control(sandbox, 'subscriptions', {
    id: 'throughline',
    url: target,
    secret,
    events: connectorCatalog.salesforce.webhook?.objects.map((object) => `${object}.*`),
  });
