import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKantata } from '../testing/kantata/open-kantata.ts';
import { openNetSuite } from '../testing/netsuite/open-netsuite.ts';
import type { PublicRequest } from '../testing/requests/public-request.ts';
import { kantataRequests } from '../testing/requests/kantata.ts';
import { netsuiteRequests } from '../testing/requests/netsuite.ts';
import { salesforceRequests } from '../testing/requests/salesforce.ts';
import { SandboxClock } from './kit/clock.ts';
import { startTestOrg } from './salesforce/test-org.ts';

interface World {
  readonly url: string;
  /** Headers that sign the request in. */
  sign(request: PublicRequest): Record<string, string>;
  close(): Promise<void>;
}

interface Stand {
  readonly requests: readonly PublicRequest[];
  open(): Promise<World>;
  /** Whether the body is an error as this vendor answers it. */
  isRefusal(body: unknown): boolean;
  /** The records of a list. */
  count(body: unknown): number | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const stands: Readonly<Record<string, Stand>> = {
  kantata: {
    requests: kantataRequests,
    open: openKantataAccount,
    isRefusal: (body) => firstOf(body, 'errors')?.['message'] !== undefined,
    count: (body) => ((body as Json)['results'] as readonly unknown[]).length,
  },
  salesforce: {
    requests: salesforceRequests,
    open: openOrg,
    isRefusal: (body) => Array.isArray(body) && (body[0] as Json | undefined)?.['errorCode'] !== undefined,
    count: (body) => (Array.isArray(body) ? body.length : ((body as Json)['totalSize'] as number | undefined)),
  },
  netsuite: {
    requests: netsuiteRequests,
    open: openAccount,
    isRefusal: (body) => firstOf(body, 'o:errorDetails')?.['o:errorCode'] !== undefined,
    count: (body) => (body as Json)['count'] as number | undefined,
  },
};

describe.each(Object.entries(stands))('what public integrations send to %s', (name, stand) => {
  let world: World;
  let missing = 0;
  beforeAll(async () => {
    world = await stand.open();
  });
  afterAll(async () => {
    const refused = stand.requests.filter(({ expected }) => expected === 'refused').length;
    console.log(
      `${name}: ${stand.requests.length - refused} answered, ${refused} refused in the vendor’s shape, ` +
        `${missing} of them because the stand-in does not implement what was asked`,
    );
    await world.close();
  });

  test.each(stand.requests.map((request) => [request.client, request.method, request.path, request] as const))(
    '%s: %s %s',
    async (_client, method, path, request) => {
      const isForm = typeof request.body === 'string';
      const response = await fetch(world.url + path, {
        method,
        headers: {
          ...(request.body !== undefined && {
            'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          }),
          ...world.sign(request),
          ...request.headers,
        },
        ...(request.body !== undefined && { body: isForm ? request.body : JSON.stringify(request.body) }),
      });
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const { expected } = request;
      if (expected === 'refused') {
        const { status } = response;
        if (status === 501 || text.includes('does not implement')) missing += 1;
        expect({ isError: status >= 400, isSignedIn: status !== 401, isRefusal: stand.isRefusal(body) }).toEqual({
          isError: true,
          isSignedIn: true,
          isRefusal: true,
        });
        return;
      }
      expect({ status: Math.floor(response.status / 100), body: response.status < 300 ? undefined : body }).toEqual({
        status: 2,
        body: undefined,
      });
      if (typeof expected === 'number') expect(stand.count(body)).toBe(expected);
    },
  );
});

function firstOf(body: unknown, name: string): Json | undefined {
  const list = typeof body === 'object' && body !== null ? (body as Json)[name] : undefined;
  return Array.isArray(list) ? (list[0] as Json | undefined) : undefined;
}

/** An account with an open project, an archived one with late work, and a role without a person. */
async function openKantataAccount(): Promise<World> {
  const kantata = await openKantata();
  const user_id = '11300007';
  const work = { date_performed: '2026-11-20', time_in_minutes: 60, user_id };
  const open = await kantata.create('workspaces', { title: 'Order to cash', creator_role: 'maven' });
  const workspace_id = open['id'];
  await kantata.create('participations', { workspace_id, user_id, role: 'maven' });
  const task = await kantata.create('stories', { workspace_id, title: 'Interviews', assignee_ids: [user_id] });
  await kantata.create('time_entries', { ...work, workspace_id, story_id: task['id'] });
  await kantata.create('workspace_resources', { workspace_id, role_id: '510003' });
  const shelved = await kantata.create('workspaces', { title: 'Shelved', creator_role: 'maven' });
  await kantata.create('time_entries', { ...work, workspace_id: shelved['id'] });
  await kantata.call('PUT', `/workspaces/${String(shelved['id'])}.json`, { workspace: { archived: true } });
  return {
    url: kantata.system.url,
    sign: () => ({ Authorization: 'Bearer sandbox-kantata-token' }),
    close: async () => await kantata.close(),
  };
}

async function openOrg(): Promise<World> {
  const clock = new SandboxClock();
  clock.freeze(Date.parse('2026-11-23T09:00:00Z'));
  const org = await startTestOrg(clock);
  return {
    url: org.system.url,
    sign: () => ({ Authorization: `Bearer ${String(org.connection.accessToken)}` }),
    close: async () => await org.close(),
  };
}

async function openAccount(): Promise<World> {
  const netsuite = await openNetSuite();
  return {
    url: netsuite.system.url,
    sign: ({ method, path }) => netsuite.sign(method, netsuite.system.url + path),
    close: async () => await netsuite.close(),
  };
}
