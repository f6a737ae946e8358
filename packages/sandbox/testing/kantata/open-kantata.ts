import { SandboxClock } from '../../src/kit/clock.ts';
import { startSystem } from '../../src/kit/start-system.ts';
import type { RunningSystem } from '../../src/kit/start-system.ts';
import type { ResourceKey } from '../../src/kantata/api/record.ts';
import { kantata } from '../../src/kantata/kantata-system.ts';
import { findResource } from '../../src/kantata/resources/all-resources.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly body: Json | null;
}

export interface OpenKantata {
  readonly system: RunningSystem;
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** The objects of an answer in the order of `results`. */
  list(path: string): Promise<Json[]>;
  /** Creates one record and answers its attributes; throws when Kantata refuses. */
  create(resource: ResourceKey, attributes: Json): Promise<Json>;
  close(): Promise<void>;
}

/** Starts the stand-in with its seed and its clock standing at 2026-11-23 09:00 UTC. */
export async function openKantata(): Promise<OpenKantata> {
  const clock = new SandboxClock();
  clock.freeze(Date.parse('2026-11-23T09:00:00Z'));
  const system = await startSystem(kantata, { clock, log: (message) => console.error(message) });
  const call: OpenKantata['call'] = async (method, path, body, token = 'sandbox-kantata-token') => {
    const response = await fetch(`${system.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) };
  };
  return {
    system,
    call,
    list: async (path) => objectsOf(await call('GET', path)),
    create: async (resource, attributes) => {
      const { singular } = findResource(resource);
      const [created] = objectsOf(await call('POST', `/${resource}.json`, { [singular]: attributes }));
      if (created === undefined) throw new Error(`Nothing was created in ${resource}.`);
      return created;
    },
    close: async () => await system.close(),
  };
}

/** Iterates `results`, as Kantata asks its callers to. */
export function objectsOf({ status, body }: Answer): Json[] {
  if (status !== 200 || body === null) throw new Error(`Kantata answered ${status}: ${JSON.stringify(body)}`);
  const results = body['results'] as readonly { readonly key: string; readonly id: string }[];
  return results.map(({ key, id }) => (body[key] as Readonly<Record<string, Json>>)[id] ?? {});
}
