import { dirname } from 'node:path';
import { loadKeyRing } from '@throughline/core/db/key-ring';
import { authSecretOf } from './auth-secret.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `npm run serve` takes from its environment. Web app and worker read everything else themselves. */
export interface ServeSettings {
  readonly root: string;
  /** The role with which web app and workers connect. */
  readonly databaseUrl: string;
  /** The role that owns the tables and migrates them. It defaults to the same role, which is refused. */
  readonly ownerUrl: string;
  readonly authSecret: string;
  readonly web: Listener;
  readonly worker: Listener;
  /** The address that people open. */
  readonly publicUrl: string;
  readonly organisationName: string;
}

export interface Listener {
  readonly host: string;
  readonly port: number;
}

/** The environment is incomplete or wrong. The message lists every problem. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** @throws SettingsError */
export async function readServeSettings(env: Environment): Promise<ServeSettings> {
  const problems: string[] = [];
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env, problems);
  const ownerUrl = given(env, 'THROUGHLINE_OWNER_DATABASE_URL')
    ? readDatabaseUrl('THROUGHLINE_OWNER_DATABASE_URL', env, problems)
    : databaseUrl;
  const authSecret = await readAuthSecret(env, problems);
  const web = {
    host: env['THROUGHLINE_WEB_HOST'] ?? '127.0.0.1',
    port: readPort('THROUGHLINE_WEB_PORT', 8400, env, problems),
  };
  const worker = {
    host: env['THROUGHLINE_RUNTIME_HOST'] ?? '127.0.0.1',
    port: readPort('THROUGHLINE_RUNTIME_PORT', 8401, env, problems),
  };
  const publicUrl = readPublicUrl(env, web, problems);
  if (problems.length > 0) throw new SettingsError(problems.map((problem) => `  - ${problem}`).join('\n'));
  return {
    root: dirname(dirname(import.meta.dirname)),
    databaseUrl,
    ownerUrl,
    authSecret,
    web,
    worker,
    publicUrl,
    organisationName: env['THROUGHLINE_ORGANISATION'] ?? 'Our firm',
  };
}

const given = (env: Environment, name: string): boolean => (env[name] ?? '').trim() !== '';

function readDatabaseUrl(name: string, env: Environment, problems: string[]): string {
  const value = env[name] ?? '';
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
  problems.push(
    value === ''
      ? `${name} is not set. Give the address of a PostgreSQL database (version 16 or later): postgresql://role:password@host:5432/database.`
      : `${name} is not the address of a PostgreSQL database. It begins with postgresql://.`,
  );
  return '';
}

/** Reads the secret that signs sessions and encrypts second factors. */
async function readAuthSecret(env: Environment, problems: string[]): Promise<string> {
  const secretKey = env['THROUGHLINE_SECRET_KEY'] ?? '';
  if (secretKey.trim() === '') {
    problems.push(
      'THROUGHLINE_SECRET_KEY is not set. It encrypts the secrets of connections: make one with "openssl rand -base64 32", ' +
        'and keep a copy where the database backups are not.',
    );
    return '';
  }
  const ring = await loadKeyRing({ secretKey, keyFile: '' }).catch((error: Error) => {
    problems.push(error.message);
  });
  const own = env['THROUGHLINE_AUTH_SECRET'] ?? '';
  if (own !== '') {
    if (own.length < 32) problems.push('THROUGHLINE_AUTH_SECRET is too short. Give at least 32 random characters.');
    return own;
  }
  return ring === undefined ? '' : (authSecretOf(ring) ?? '');
}

function readPort(name: string, usual: number, env: Environment, problems: string[]): number {
  const port = Number(env[name] ?? usual);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  problems.push(`${name} is "${env[name]}", which is not a valid port. Use a number between 1 and 65535.`);
  return usual;
}

function readPublicUrl(env: Environment, web: Listener, problems: string[]): string {
  const value = env['THROUGHLINE_PUBLIC_URL'] ?? `http://${addressOf(web)}`;
  if (/^https?:\/\//.test(value) && URL.canParse(value)) {
    const { protocol, hostname } = new URL(value);
    const isOpen = !isLoopback(web.host) || !isLoopback(hostname);
    if (isOpen && protocol !== 'https:' && env['THROUGHLINE_ALLOW_HTTP_ACCESS'] !== '1') {
      problems.push(
        'THROUGHLINE_PUBLIC_URL has to be the https address that people open, because the web app is reached from other machines: over http, anybody on the way can take over their sessions. Put a proxy with TLS in front, or set THROUGHLINE_ALLOW_HTTP_ACCESS to 1 in a network that you trust.',
      );
    }
    return value.replace(/\/$/, '');
  }
  problems.push(
    'THROUGHLINE_PUBLIC_URL is not an address. Give the one that people open, for example https://throughline.example.com.',
  );
  return '';
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** The address at which this machine itself reaches a listener. */
export function addressOf({ host, port }: Listener): string {
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `${local.includes(':') ? `[${local}]` : local}:${port}`;
}
