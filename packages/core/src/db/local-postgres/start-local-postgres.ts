import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, copyBinaries, findBinaries, isReachableByOthers } from './binaries.ts';
import { stopOrphan } from './orphan.ts';
import { lifelineOf, spawnGuarded } from './spawn-guarded.ts';

export interface LocalPostgresOptions {
  /** Kept between starts. When root runs this in a private home, it cannot hold the data itself; see `sharedDir`. */
  readonly stateDir: string;
  readonly port: number;
  /** Where root keeps what the account `postgres` must reach when `stateDir` is private to root. */
  readonly sharedDir: string;
  /** Server settings, for example `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface LocalPostgres {
  /** Superuser URL of the database `postgres`. */
  readonly url: string;
  readonly dataDir: string;
  /** Resolves when the server process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /**
   * The server stops when nobody holds this pipe any more. Whoever is given it as well may work on after this process
   * was killed, and still finds the server.
   */
  readonly lifeline: Stream;
  /** Shuts the server down fast, and resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the bundled PostgreSQL on 127.0.0.1 only, creating its data folder on the first start. The server ends when
 * this process ends, however that comes about. One that was left behind all the same is stopped first.
 * @throws Error with PostgreSQL's own last lines when it does not come up.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  await mkdir(options.stateDir, { recursive: true });
  const place = await choosePlace(options);
  await stopOrphan(place.dataDir);
  const { password, isNew } = await readPassword(options.stateDir);
  // Without the password its data can no longer be opened, so deleting the state folder means beginning again.
  if (isNew || !(await isInitialised(place.dataDir))) await initialise(place, password);
  const server = await launch(place, options);
  const lifeline = lifelineOf(server);
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      // Where only the guard was killed, this lets the server go as well.
      lifeline.destroy();
      resolve();
    });
  });
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${options.port}/postgres`,
    dataDir: place.dataDir,
    ended,
    lifeline,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
}

interface Place {
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly account: Account | undefined;
}

/** As root the server runs under another account, which must be able to reach programs and data. */
async function choosePlace({ stateDir, sharedDir }: LocalPostgresOptions): Promise<Place> {
  const [account, stateFolder] = [await serverAccount(), await realpath(stateDir)];
  const binaries = findBinaries();
  if (account === undefined) return { binaries, dataDir: join(stateFolder, 'postgres'), account };
  const areBinariesReachable = await isReachableByOthers(binaries.postgres);
  const isStateReachable = await isReachableByOthers(stateFolder);
  const base = isStateReachable ? stateFolder : sharedDir;
  if (!isStateReachable) await mkdir(base, { recursive: true, mode: 0o755 });
  const dataDir = join(base, 'postgres');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chown(dataDir, account.uid, account.gid);
  return {
    binaries: areBinariesReachable
      ? binaries
      : await copyBinaries(binaries, join(sharedDir, 'postgresql-18.4.0-beta.17')),
    dataDir,
    account,
  };
}

async function readPassword(stateDir: string): Promise<{ password: string; isNew: boolean }> {
  const file = join(stateDir, 'postgres-password');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return { password: existing.trim(), isNew: false };
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return { password, isNew: true };
}

/** initdb writes this file last except for the configuration, so a folder without it was cut short. */
const isInitialised = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'initialised')).then(
    () => true,
    () => false,
  );

async function initialise({ binaries, dataDir, account }: Place, password: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-initdb-'));
  const passwordFile = join(scratch, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [dataDir, scratch, passwordFile]) await chown(path, account.uid, account.gid);
  }
  await chmod(scratch, 0o700);
  const args = [
    `--pgdata=${dataDir}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawnGuarded(binaries.initdb, args, { account, cwd: dataDir });
      const lines = collect(child);
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed. ${lines()}`))));
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await writeFile(join(dataDir, 'initialised'), '');
}

async function launch({ binaries, dataDir, account }: Place, options: LocalPostgresOptions): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    ...options.settings,
  };
  const args = ['-D', dataDir, '-p', String(options.port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const server = spawnGuarded(binaries.postgres, args, { account, cwd: dataDir });
  const lines = collect(server);
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code} while starting. ${lines()}`)));
  });
  return server;
}

/** Keeps the last lines a program wrote to stderr, for the message when it fails. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk.toString()}`.slice(-2000);
  });
  return () => text.trim();
}
