import { expect, it } from 'vitest';
import { readServeSettings } from './serve-settings.ts';

const complete = {
  DATABASE_URL: 'postgresql://service:secret@db.example/throughline',
  THROUGHLINE_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
};
const problemsOf = (env: Readonly<Record<string, string>>): Promise<string> =>
  readServeSettings(env).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

it('requires a database and a key, and says how to get them', async () => {
  expect(await problemsOf({})).toBe(
    [
      '  - DATABASE_URL is not set. Give the address of a PostgreSQL database (version 16 or later): postgresql://role:password@host:5432/database.',
      '  - THROUGHLINE_SECRET_KEY is not set. It encrypts the secrets of connections: make one with "openssl rand -base64 32", and keep a copy where the database backups are not.',
    ].join('\n'),
  );
});

it('names everything that is wrong at once, and no secret', async () => {
  const problems = await problemsOf({
    ...complete,
    DATABASE_URL: 'mysql://secret-password@here',
    THROUGHLINE_SECRET_KEY: 'not-a-key-but-secret',
    THROUGHLINE_WEB_PORT: 'many',
    THROUGHLINE_PUBLIC_URL: 'example.com',
    THROUGHLINE_AUTH_SECRET: 'short',
  });
  expect(problems.split('\n')).toHaveLength(5);
  for (const name of ['DATABASE_URL', 'THROUGHLINE_SECRET_KEY', 'WEB_PORT', 'PUBLIC_URL', 'AUTH_SECRET']) {
    expect(problems).toContain(name);
  }
  expect(problems).not.toContain('secret-password');
  expect(problems).not.toContain('not-a-key-but-secret');
});

it('respects the environment, and by default listens on the local machine only', async () => {
  const settings = await readServeSettings({
    ...complete,
    THROUGHLINE_WEB_HOST: '0.0.0.0',
    THROUGHLINE_WEB_PORT: '80',
    THROUGHLINE_PUBLIC_URL: 'https://throughline.example/',
  });
  expect({ ...settings, root: '', authSecret: settings.authSecret.length }).toEqual({
    root: '',
    databaseUrl: complete.DATABASE_URL,
    ownerUrl: complete.DATABASE_URL,
    authSecret: 44,
    web: { host: '0.0.0.0', port: 80 },
    worker: { host: '127.0.0.1', port: 8401 },
    publicUrl: 'https://throughline.example',
    organisationName: 'Our firm',
  });
});

it.each([
  [{ THROUGHLINE_WEB_HOST: '0.0.0.0' }, true],
  [{ THROUGHLINE_WEB_HOST: '::', THROUGHLINE_PUBLIC_URL: 'http://throughline.example' }, true],
  [{ THROUGHLINE_PUBLIC_URL: 'http://throughline.example' }, true],
  [{ THROUGHLINE_WEB_HOST: '0.0.0.0', THROUGHLINE_PUBLIC_URL: 'https://throughline.example' }, false],
  [{ THROUGHLINE_WEB_HOST: '0.0.0.0', THROUGHLINE_ALLOW_HTTP_ACCESS: '1' }, false],
  [{ THROUGHLINE_WEB_HOST: '::1', THROUGHLINE_PUBLIC_URL: 'http://localhost:8400' }, false],
  [{}, false],
])('demands https where other machines reach the web app: %j', async (env, isRefused) => {
  expect((await problemsOf({ ...complete, ...env })).includes('has to be the https address')).toBe(isRefused);
});

it('signs sessions with the same secret on every machine, even after a newer key was put in front', async () => {
  const newer = Buffer.alloc(32, 2).toString('base64');
  const first = await readServeSettings(complete);
  const rotated = await readServeSettings({
    ...complete,
    THROUGHLINE_SECRET_KEY: `${newer},${complete.THROUGHLINE_SECRET_KEY}`,
  });
  expect(rotated.authSecret).toBe(first.authSecret);
});
