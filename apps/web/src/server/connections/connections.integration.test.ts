import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  vi.stubEnv('THROUGHLINE_AUTH_SECRET', 'a'.repeat(40));
  vi.stubEnv('THROUGHLINE_SECRET_KEY', Buffer.alloc(32, 7).toString('base64'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await own.close();
});

const admin = () => callerFor(own, 'user-ada', ['admin']);

const kantata = {
  environment: 'test',
  key: 'kantata',
  name: 'Kantata',
  system: 'kantata',
  settings: { baseUrl: 'https://api.mavenlink.example' },
} as const;

it('stores the form’s values and never returns a secret', async () => {
  const [method] = (await import('@throughline/connectors/catalog')).connectorCatalog.kantata.auth;
  const [secretField = ''] = method?.fields.required ?? [];
  const secrets = { [secretField]: 'very-secret-token' };
  await admin().connections.create({ ...kantata, authMethod: method?.id ?? '', secrets });
  const shown = await admin().connections.one({ environment: 'test', key: 'kantata' });
  expect(shown).toMatchObject({ key: 'kantata', state: 'untested', secretFields: [secretField], revision: 1 });
  expect(JSON.stringify(shown)).not.toContain('very-secret-token');
  // The form is saved again without the secret, which is kept.
  const { id: connectionId, revision, settings, authMethod } = shown;
  await admin().connections.update({
    environment: 'test',
    connectionId,
    expectedRevision: revision,
    name: 'Kantata 2',
    settings,
    authMethod,
    secrets: {},
  });
  expect(await admin().connections.one({ environment: 'test', key: 'kantata' })).toMatchObject({
    name: 'Kantata 2',
    secretFields: [secretField],
    revision: 2,
  });
  await expect(
    admin().connections.update({
      environment: 'test',
      connectionId,
      expectedRevision: revision,
      name: 'Late',
      settings,
      authMethod,
      secrets: {},
    }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(
    admin().connections.update({
      environment: 'test',
      connectionId,
      expectedRevision: 2,
      name: 'No secret',
      settings,
      authMethod,
      secrets: { [secretField]: null },
    }),
  ).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
});

it('says what is wrong with a form', async () => {
  await expect(
    admin().connections.create({ ...kantata, key: 'other', system: 'unknown', authMethod: 'x', secrets: {} }),
  ).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: expect.stringContaining('There is no connector for “unknown”'),
  });
  await expect(
    admin().connections.create({ ...kantata, key: 'other', authMethod: 'no-such-method', secrets: {} }),
  ).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
});

it('operators can pause and resume it, only in its own environment', async () => {
  const operator = callerFor(own, 'user-olga', ['operator']);
  const { id: connectionId } = await operator.connections.one({ environment: 'test', key: 'kantata' });
  await operator.connections.pause({ environment: 'test', connectionId, isPaused: true });
  expect(await operator.connections.one({ environment: 'test', key: 'kantata' })).toMatchObject({
    state: 'paused',
    stateMessage: 'Paused by Olga Weiss.',
  });
  await expect(
    operator.connections.pause({ environment: 'production', connectionId, isPaused: false }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(operator.connections.delete({ environment: 'test', connectionId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
