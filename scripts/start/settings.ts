import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { freePort } from './free-port.ts';

/** Everything that `npm start` decides before it starts anything. The ports are those actually used. */
export interface StartSettings {
  readonly root: string;
  readonly stateDir: string;
  /** Undefined means the bundled PostgreSQL on `ports.postgres`. */
  readonly databaseUrl: string | undefined;
  readonly ports: Readonly<Record<PortName, number>>;
  /** Keys that encrypt connection secrets, unless THROUGHLINE_SECRET_KEY is set. */
  readonly keyFile: string;
  /** Lets the starter, and whoever can read the state folder, control the stand-ins. */
  readonly sandboxKey: string;
  /** Signs sessions. It is kept between starts so that people stay signed in. */
  readonly authSecret: string;
}

type PortName = 'web' | 'runtime' | 'postgres' | 'salesforce' | 'netsuite' | 'kantata' | 'hubspot';

const defaultPorts: Readonly<Record<PortName, readonly [variable: string, port: number]>> = {
  web: ['THROUGHLINE_WEB_PORT', 8400],
  runtime: ['THROUGHLINE_RUNTIME_PORT', 8401],
  postgres: ['THROUGHLINE_POSTGRES_PORT', 8402],
  salesforce: ['THROUGHLINE_SANDBOX_SALESFORCE_PORT', 8411],
  netsuite: ['THROUGHLINE_SANDBOX_NETSUITE_PORT', 8412],
  kantata: ['THROUGHLINE_SANDBOX_KANTATA_PORT', 8413],
  hubspot: ['THROUGHLINE_SANDBOX_HUBSPOT_PORT', 8414],
};

const root = dirname(dirname(import.meta.dirname));

/** The folder that holds all state. It is created if it is missing. */
export async function openStateDir(env: NodeJS.ProcessEnv): Promise<string> {
  const stateDir = resolve(root, env['THROUGHLINE_DATA_DIR'] ?? '.throughline');
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  // Resolves links to a single name, because the name identifies the processes of this installation.
  return realpath(stateDir);
}

/** @throws Error for an invalid port, or when no port is free. */
export async function readSettings(env: NodeJS.ProcessEnv, stateDir: string): Promise<StartSettings> {
  return {
    root,
    stateDir,
    databaseUrl: env['DATABASE_URL'],
    ports: await choosePorts(env),
    keyFile: resolve(root, env['THROUGHLINE_KEY_FILE'] ?? join(stateDir, 'secret-keys')),
    sandboxKey: env['THROUGHLINE_SANDBOX_CONTROL_KEY'] ?? (await keptSecret(join(stateDir, 'sandbox-control-key'))),
    authSecret: env['THROUGHLINE_AUTH_SECRET'] ?? (await keptSecret(join(stateDir, 'auth-secret'))),
  };
}

async function choosePorts(env: NodeJS.ProcessEnv): Promise<Record<PortName, number>> {
  const taken = new Set<number>();
  const chosen: [PortName, number][] = [];
  for (const [name, [variable, fallback]] of Object.entries(defaultPorts) as [PortName, readonly [string, number]][]) {
    const wanted = Number(env[variable] ?? fallback);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
      throw new Error(
        `${variable} is "${env[variable]}", which is not a valid port. Use a number between 1 and 65535.`,
      );
    }
    const port = await freePort(wanted, taken);
    taken.add(port);
    chosen.push([name, port]);
  }
  return Object.fromEntries(chosen) as Record<PortName, number>;
}

async function keptSecret(file: string): Promise<string> {
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return existing.trim();
  const secret = randomBytes(32).toString('base64');
  await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
