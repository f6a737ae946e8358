import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { freeTestPorts } from '../process/testing/free-test-ports.ts';
import { ProcessLab, until } from '../process/testing/process-lab.ts';

/* Tests `npm run serve` itself, on a database with an owner and a serving role. */

// This limit only catches hangs: npm alone takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const root = dirname(dirname(import.meta.dirname));
const [owner, service] = ['throughline_serve_owner', 'throughline_serve_service'];
let admin: TestDatabase;
let lab: ProcessLab;
let env: Record<string, string>;

beforeAll(async () => {
  admin = await createTestDatabase();
  await dropAll();
  await admin.db.pool.query(`create role ${owner} login password 'owner' nosuperuser createrole`);
  await admin.db.pool.query(`create role ${service} login password 'service' nosuperuser nobypassrls`);
  await admin.db.pool.query(`grant throughline_app, throughline_system to ${owner} with admin option`);
  await admin.db.pool.query(`create database ${owner} owner ${owner}`);
  const ports = await freeTestPorts(2);
  env = {
    DATABASE_URL: addressOf(service, 'service'),
    THROUGHLINE_OWNER_DATABASE_URL: addressOf(owner, 'owner'),
    THROUGHLINE_SECRET_KEY: Buffer.alloc(32, 9).toString('base64'),
    THROUGHLINE_WEB_PORT: String(ports[0]),
    THROUGHLINE_RUNTIME_PORT: String(ports[1]),
  };
});
afterAll(async () => {
  await dropAll();
  await admin?.close();
});
beforeEach(() => {
  lab = new ProcessLab();
});
afterEach(() => lab.close());

async function dropAll(): Promise<void> {
  await admin.db.pool.query(`drop database if exists ${owner} with (force)`);
  for (const role of [service, owner]) await admin.db.pool.query(`drop role if exists ${role}`);
}

function addressOf(role: string, password: string): string {
  const address = new URL(admin.url);
  Object.assign(address, { username: role, password, pathname: `/${owner}` });
  return address.href;
}

const serve = (part: string, more: Readonly<Record<string, string>> = {}) =>
  lab.start('npm', ['--prefix', root, 'run', 'serve', '--', part], { ...env, ...more });

const exitCodeOf = async (child: Awaited<ReturnType<typeof serve>>): Promise<number | null> => {
  await until(() => child.exitCode !== null);
  return child.exitCode;
};

it('says what it requires when the environment is empty', async () => {
  const started = await serve('all', {
    DATABASE_URL: '',
    THROUGHLINE_SECRET_KEY: '',
    THROUGHLINE_OWNER_DATABASE_URL: '',
  });
  expect(await exitCodeOf(started)).toBe(1);
  expect(lab.output).toContain('DATABASE_URL is not set.');
  expect(lab.output).toContain('THROUGHLINE_SECRET_KEY is not set.');
});

it('refuses to serve as a superuser, and says which role to create', async () => {
  const started = await serve('all', { DATABASE_URL: admin.url });
  expect(await exitCodeOf(started)).toBe(1);
  expect(lab.output).toContain('which is a superuser: nothing would keep organisations apart.');
  expect(lab.output).toContain('CREATE ROLE throughline_service LOGIN');
});

it('refuses to serve as the role that would own the tables', async () => {
  expect(await exitCodeOf(await serve('migrate', { DATABASE_URL: addressOf(owner, 'owner') }))).toBe(1);
  expect(lab.output).toContain(`signs in as "${owner}", which would own the tables: nothing would keep`);
});

it('runs no worker on a database that was not migrated', async () => {
  expect(await exitCodeOf(await serve('worker'))).toBe(1);
  expect(lab.output).toContain('Run "npm run serve -- migrate"');
});

it('migrates as the owner, then runs a worker as a role that owns nothing, and stops it without a trace', async () => {
  expect(await exitCodeOf(await serve('migrate'))).toBe(0);
  expect(lab.output).toMatch(/\/join#[\w-]{43}\n/);
  const worker = await serve('worker');
  await lab.untilSaid('Throughline serves as a worker.');
  const health = await fetch(`http://127.0.0.1:${env['THROUGHLINE_RUNTIME_PORT']}/health`);
  expect(await health.json()).toMatchObject({ status: 'ok', database: true });
  worker.kill('SIGTERM');
  await lab.untilNobodyIsLeft();
});

it('serves the web app: the first administrator opens the printed link and signs in', async () => {
  const all = await serve('all');
  await lab.untilSaid('Throughline serves http');
  const [, url = '', token = ''] = /(http:\S+)\/join#(\S+)/.exec(lab.output) ?? [];
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    });
  const password = 'granite otter ladders 41 violins';
  const person = { token, name: 'Nora New', email: 'nora@firm.example', password };
  const page = await fetch(`${url}/sign-in`);
  expect({ status: page.status, isDemo: (await page.text()).includes('haldenpike') }).toEqual({
    status: 200,
    isDemo: false,
  });
  expect((await post('/api/trpc/access.acceptAsNew', { json: person })).status).toBe(200);
  expect((await post('/api/trpc/access.acceptAsNew', { json: { ...person, email: 'b@firm.example' } })).status).toBe(
    404,
  );
  expect((await post('/api/auth/sign-in/email', { email: person.email, password })).status).toBe(200);
  all.kill('SIGTERM');
  await lab.untilNobodyIsLeft();
});
