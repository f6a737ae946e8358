import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { withOrganisation } from '@throughline/core/db';
import { setConnectionState } from '@throughline/core/db/connections/set-connection-state';
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

const connections = () => callerFor(own, 'user-ada', ['admin']).connections;
const manifests: readonly ConnectorManifest[] = Object.values(connectorCatalog);

const before: Readonly<Record<string, string | number>> = {
  baseUrl: 'https://before.example',
  accountId: '1234567',
  apiVersion: '66.0',
  externalIdField: 'Before__c',
  keyProperty: 'before_key',
  concurrency: 5,
  caCertificate: 'before',
};
const after: typeof before = {
  baseUrl: 'https://after.example',
  accountId: '7654321',
  apiVersion: '65.0',
  externalIdField: 'After__c',
  keyProperty: 'after_key',
  concurrency: 4,
  caCertificate: 'after',
};
const needSecrets: Readonly<Record<string, string>> = {
  baseUrl: 'Enter the secrets again, because the address changes.',
  accountId: 'Enter the secrets again, because the address changes.',
  caCertificate: 'Enter the secrets again, because the certificate authority changes.',
};

const settingsOf = (manifest: ConnectorManifest) => {
  const names = Object.keys(manifest.settings.properties ?? {});
  return Object.fromEntries(names.map((name) => [name, before[name]]));
};

const secretsOf = (manifest: ConnectorManifest, methodIndex = 0) => {
  const { properties = {} } = manifest.auth[methodIndex]?.fields ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, { default: given }]) => [name, typeof given === 'string' ? given : name]),
  );
};

/** A connected connection, and the form as it opens. */
const open = async (manifest: ConnectorManifest, key: string) => {
  const environment = 'test' as const;
  const authMethod = manifest.auth[0]?.id ?? '';
  const frame = { environment, name: 'Before', settings: settingsOf(manifest), authMethod };
  const made = { ...frame, key, system: manifest.id, secrets: secretsOf(manifest) };
  const { connectionId } = await connections().create(made);
  await withOrganisation(own.db, own.organisationId, (tx) =>
    setConnectionState(tx, { connectionId, state: 'connected', message: 'Signed in.', setBy: 'user-ada' }),
  );
  return { ...frame, connectionId, expectedRevision: 1, secrets: {} };
};

const one = (key: string) => connections().one({ environment: 'test', key });

describe.each(manifests)('a connection to $title', (manifest) => {
  const names = Object.keys(manifest.settings.properties ?? {});

  it.each(names)('changes only “%s” with its secrets or without, as it decides where they go', async (name) => {
    const key = `${manifest.id}-${name.toLowerCase()}`;
    const form = await open(manifest, key);
    const changed = { ...form, settings: { ...form.settings, [name]: after[name] } };
    const update = connections().update(changed);
    if (needSecrets[name] === undefined) {
      await update;
    } else {
      const { properties = {} } = manifest.auth[0]?.fields ?? {};
      const titles = Object.keys(secretsOf(manifest)).sort();
      await expect(update).rejects.toMatchObject({
        code: 'UNPROCESSABLE_CONTENT',
        message: `${needSecrets[name]} Missing: ${titles.map((field) => properties[field]?.title).join(', ')}.`,
      });
      expect(await one(key)).toMatchObject({ settings: form.settings, state: 'connected', revision: 1 });
      await connections().update({ ...changed, secrets: secretsOf(manifest) });
    }
    expect(await one(key)).toMatchObject({
      settings: changed.settings,
      secretFields: Object.keys(secretsOf(manifest)).sort(),
      state: 'untested',
      stateMessage: null,
      revision: 2,
    });
  });

  it('keeps its state when only its name changes', async () => {
    const key = `${manifest.id}-renamed`;
    const form = await open(manifest, key);
    await connections().update({ ...form, name: 'After' });
    expect(await one(key)).toMatchObject({
      name: 'After',
      state: 'connected',
      stateMessage: 'Signed in.',
      revision: 2,
    });
  });

  it('has to be tested again when a secret changes', async () => {
    const key = `${manifest.id}-secret`;
    const form = await open(manifest, key);
    const [field = ''] = manifest.auth[0]?.fields.required ?? [];
    await connections().update({ ...form, secrets: { [field]: 'another' } });
    expect(await one(key)).toMatchObject({ state: 'untested', stateMessage: null });
  });
});

describe.each(manifests.filter(({ auth }) => auth.length > 1))('a connection to $title', (manifest) => {
  it('starts another way to sign in without the secrets of the first', async () => {
    const key = `${manifest.id}-method`;
    const form = await open(manifest, key);
    const method = manifest.auth[1];
    const changed = { ...form, authMethod: method?.id ?? '' };
    const needed = (method?.fields.required ?? []).map(
      (field) => `${method?.fields.properties?.[field]?.title} is needed.`,
    );
    await expect(connections().update(changed)).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
      message: needed.join(' '),
    });
    await connections().update({ ...changed, secrets: secretsOf(manifest, 1) });
    expect(await one(key)).toMatchObject({
      authMethod: method?.id,
      secretFields: Object.keys(secretsOf(manifest, 1)).sort(),
      state: 'untested',
    });
  });
});
