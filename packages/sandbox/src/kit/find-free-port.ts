import { createServer } from 'node:net';

/**
 * The wanted port, or the next free one above it that is not in `taken`. Port 0 stays 0, which lets the system choose.
 */
export async function findFreePort(wanted: number, host: string, taken: readonly number[] = []): Promise<number> {
  if (wanted === 0) return 0;
  for (let port = wanted; port <= 65_535; port += 1) {
    if (!taken.includes(port) && (await isFree(port, host))) return port;
  }
  throw new Error(`There is no free port from ${wanted} upwards.`);
}

async function isFree(port: number, host: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
