import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isReachableByOthers } from '../../src/db/local-postgres/binaries.ts';
import { isAlive, stopOrphan } from '../../src/db/local-postgres/orphan.ts';
import { startLocalPostgres } from '../../src/db/local-postgres/start-local-postgres.ts';

/** A PostgreSQL server for tests. `url` is a superuser's, for the maintenance database. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing here has to survive a crash, so nothing waits for the disk. */
const serverSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  jit: 'off',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
};

/**
 * Starts a PostgreSQL server on a free port, with its files in the temporary folder. It also removes what killed
 * sessions left behind: each session's folder carries the id of the process that owns it.
 */
export async function startTestServer(): Promise<TestServer> {
  // The account that PostgreSQL runs as cannot reach root's private temporary folder.
  const parent = (await isReachableByOthers(tmpdir())) || process.getuid?.() !== 0 ? tmpdir() : '/var/tmp';
  const base = join(parent, `throughline-test-${userInfo().uid}`);
  await mkdir(base, { recursive: true, mode: 0o755 });
  await removeAbandoned(base);
  const stateDir = join(base, `${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(stateDir, { mode: 0o755 });
  const server = await startOnFreePort(stateDir, join(base, 'programs'));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

async function startOnFreePort(stateDir: string, sharedDir: string, attemptsLeft = 3) {
  const port = await freePort();
  try {
    return await startLocalPostgres({ stateDir, port, sharedDir, settings: serverSettings });
  } catch (error) {
    // Somebody else may have taken the port since we looked.
    if (attemptsLeft === 0) throw error;
    return startOnFreePort(stateDir, sharedDir, attemptsLeft - 1);
  }
}

async function removeAbandoned(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const owner = Number(/^(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const stateDir = join(base, name);
    await stopOrphan(join(stateDir, 'postgres'));
    await rm(stateDir, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The machine gave no free port.'));
      });
    });
  });
}
