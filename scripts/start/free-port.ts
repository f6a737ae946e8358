import { createServer } from 'node:net';

/**
 * The wanted port of 127.0.0.1 if it is free, otherwise the next free one.
 * @throws Error when none of the next 100 is free.
 */
export async function freePort(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(
    `No free port between ${wanted} and ${wanted + 99}. Choose another range; see "npm start" in the README.`,
  );
}

/** @throws Error that names the setting when something already listens there */
export async function requireFreePort(
  setting: string,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  if (await isFree(port, host)) return;
  throw new Error(`Port ${port} of ${host} is taken. Stop what listens there, or set ${setting}.`);
}

function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
