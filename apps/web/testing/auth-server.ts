import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@throughline/core/db';
import { gateOf } from '../src/server/auth/auth-gate.ts';
import { readTrustedProxies } from '../src/server/auth/client-address.ts';
import { createAuth } from '../src/server/auth/create-auth.ts';
import { deviceCookies } from '../src/server/auth/device-cookies.ts';
import { handleAuth } from '../src/server/auth/handle-auth.ts';
import { proveFactor } from '../src/server/auth/prove-factor.ts';
import { noteSocketAddresses } from '../src/server/auth/socket-address.ts';
import { Browser } from './browser.ts';

/** The sign-in endpoints on a real socket. */
export const startAuthServer = async (database: Database) => {
  noteSocketAddresses();
  const settings = { trusted: readTrustedProxies([]), looked: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
        const method = request.method ?? 'GET';
        const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
        const given = new Request(new URL(request.url ?? '/', url), { method, headers, ...body });
        const answer = await handleAuth(gate(), given);
        response.writeHead(answer.status, [...answer.headers].flat());
        response.end(await answer.text());
      })();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const auth = createAuth(database, { secret: 's'.repeat(32), publicUrl: url });
  const devices = deviceCookies({ secret: 's'.repeat(32), publicUrl: url });
  const gate = () => {
    const made = gateOf(auth, { database, trusted: settings.trusted, devices });
    return {
      ...made,
      pass: (request: Request) => {
        if (request.url.endsWith('/sign-in/email')) settings.looked += 1;
        return made.pass(request);
      },
    };
  };
  return {
    url,
    /** `looked` counts passwords that were looked at: each costs a hash. */
    settings,
    browser: () => new Browser(url),
    /** How a procedure that this browser calls checks second factors. */
    proveFactor: (browser: Browser) => proveFactor(gate(), new Headers(browser.headers()), url),
    close: () => server.close(),
  };
};
