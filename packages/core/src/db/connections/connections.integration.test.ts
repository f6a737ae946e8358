import { afterAll, beforeAll, expect, test } from 'vitest';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { loadKeyRing } from '../key-ring.ts';
import { definition, liveVersion, version } from '../schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { createConnection } from './create-connection.ts';
import { deleteConnection } from './delete-connection.ts';
import { listConnections, loadConnection, openConnection } from './load-connection.ts';
import { reencryptConnections } from './reencrypt-connections.ts';
import { setConnectionState } from './set-connection-state.ts';
import { updateConnection } from './update-connection.ts';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const oldRing = await loadKeyRing({ secretKey: keyOf(1), keyFile: 'unused' });
const newRing = await loadKeyRing({ secretKey: `${keyOf(2)},${keyOf(1)}`, keyFile: 'unused' });
const onlyNewRing = await loadKeyRing({ secretKey: keyOf(2), keyFile: 'unused' });

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);

const create = (key: string) =>
  inside((tx) =>
    createConnection(
      tx,
      {
        environmentId: own.environmentIds.test,
        key,
        name: `Connection ${key}`,
        system: 'sales',
        settings: { baseUrl: 'https://sales.example' },
        authMethod: 'client-credentials',
        secrets: { clientId: 'id', clientSecret: 'top-secret' },
        createdBy: 'user-ada',
      },
      oldRing,
    ),
  );

test('a connection shows everything but its secrets', async () => {
  const { connectionId } = await create('shown');
  const [shown] = await inside((tx) => listConnections(tx, own.environmentIds.test));
  expect(shown).toEqual({
    id: connectionId,
    environmentId: own.environmentIds.test,
    key: 'shown',
    name: 'Connection shown',
    system: 'sales',
    settings: { baseUrl: 'https://sales.example' },
    authMethod: 'client-credentials',
    secretFields: ['clientId', 'clientSecret'],
    state: 'untested',
    stateMessage: null,
    testedAt: null,
    revision: 1,
    createdBy: 'user-ada',
    createdAt: expect.any(Date),
    updatedAt: expect.any(Date),
  });
  const opened = await inside((tx) => openConnection(tx, { id: connectionId }, oldRing));
  expect(opened).toEqual({ ...shown, secrets: { clientId: 'id', clientSecret: 'top-secret' } });
  const { rows } = await own.db.pool.query(
    'select c::text || (select string_agg(a::text, $1) from audit_entry a) as everything from connection c',
    [' '],
  );
  expect(JSON.stringify(rows)).not.toContain('top-secret');
});

test('a key is taken once per environment', async () => {
  await create('once');
  await expect(create('once')).rejects.toMatchObject({ code: 'CONNECTION_KEY_TAKEN' });
});

test('an update sets, keeps and removes secret fields, and asks for a new test', async () => {
  const { connectionId } = await create('updated');
  await inside((tx) => setConnectionState(tx, { connectionId, state: 'connected', setBy: 'user-ada', isTest: true }));
  const update = await inside((tx) =>
    updateConnection(
      tx,
      {
        connectionId,
        expectedRevision: 1,
        settings: { baseUrl: 'https://new.example' },
        secrets: { clientSecret: 'changed', clientId: null, webhookSecret: 'hook' },
        updatedBy: 'user-ada',
      },
      oldRing,
    ),
  );
  expect(update).toEqual({ revision: 2, state: 'untested' });
  const opened = await inside((tx) =>
    openConnection(tx, { environmentId: own.environmentIds.test, key: 'updated' }, oldRing),
  );
  expect(opened).toMatchObject({
    settings: { baseUrl: 'https://new.example' },
    state: 'untested',
    testedAt: expect.any(Date),
    secretFields: ['clientSecret', 'webhookSecret'],
    secrets: { clientSecret: 'changed', webhookSecret: 'hook' },
  });
});

test('kept secrets do not follow to another address: they are asked for again, and nothing changes without them', async () => {
  const { connectionId } = await create('moved');
  const move = (secrets: Record<string, string>) =>
    inside((tx) =>
      updateConnection(
        tx,
        {
          connectionId,
          expectedRevision: 1,
          settings: { baseUrl: 'https://elsewhere.example' },
          secrets,
          updatedBy: 'user-ada',
        },
        oldRing,
      ),
    );
  const needed = {
    code: 'SECRETS_NEEDED',
    message: expect.stringMatching(/entered again \(clientId, clientSecret\)/) as string,
  };
  await expect(move({})).rejects.toMatchObject(needed);
  await expect(move({ clientId: 'again' })).rejects.toMatchObject({ code: 'SECRETS_NEEDED' });
  expect(await move({ clientId: 'again', clientSecret: 'again' })).toEqual({ revision: 2, state: 'untested' });
  const opened = await inside((tx) =>
    openConnection(tx, { environmentId: own.environmentIds.test, key: 'moved' }, oldRing),
  );
  expect(opened).toMatchObject({ secrets: { clientId: 'again', clientSecret: 'again' } });
});

test('another name leaves the state and what the system answered as they are', async () => {
  const { connectionId } = await create('renamed');
  await inside((tx) =>
    setConnectionState(tx, {
      connectionId,
      state: 'connected',
      message: 'Signed in.',
      setBy: 'user-ada',
      isTest: true,
    }),
  );
  const settings = { baseUrl: 'https://sales.example' };
  const rename = { connectionId, expectedRevision: 1, name: 'New name', settings, secrets: {}, updatedBy: 'user-ada' };
  const renamed = await inside((tx) => updateConnection(tx, rename, oldRing));
  expect(renamed).toEqual({ revision: 2, state: 'connected' });
  expect(await inside((tx) => openConnection(tx, { id: connectionId }, oldRing))).toMatchObject({
    name: 'New name',
    state: 'connected',
    stateMessage: 'Signed in.',
    secrets: { clientId: 'id', clientSecret: 'top-secret' },
  });
});

test('a paused connection stays paused whatever is changed in it, with who paused it', async () => {
  const { connectionId } = await create('paused');
  const paused = { connectionId, state: 'paused', message: 'Paused by Olga.', setBy: 'user-olga' } as const;
  await inside((tx) => setConnectionState(tx, paused));
  const change = { connectionId, expectedRevision: 1, secrets: { clientSecret: 'new' }, updatedBy: 'user-ada' };
  expect(await inside((tx) => updateConnection(tx, change, oldRing))).toEqual({ revision: 2, state: 'paused' });
  expect(await inside((tx) => openConnection(tx, { id: connectionId }, oldRing))).toMatchObject({
    state: 'paused',
    stateMessage: 'Paused by Olga.',
    secrets: { clientId: 'id', clientSecret: 'new' },
  });
});

test('a setting that moves nothing changes without secrets, and asks for a new test', async () => {
  const { connectionId } = await create('limited');
  await inside((tx) => setConnectionState(tx, { connectionId, state: 'connected', setBy: 'user-ada', isTest: true }));
  const limit = {
    connectionId,
    expectedRevision: 1,
    settings: { baseUrl: 'https://sales.example', limit: 3 },
    settingsSchema: { properties: { limit: { type: 'integer', 'x-moves-nothing': true } } },
    secrets: {},
    updatedBy: 'user-ada',
  } as const;
  expect(await inside((tx) => updateConnection(tx, limit, oldRing))).toEqual({ revision: 2, state: 'untested' });
  expect(await inside((tx) => openConnection(tx, { id: connectionId }, oldRing))).toMatchObject({
    settings: limit.settings,
    secrets: { clientId: 'id', clientSecret: 'top-secret' },
  });
});

test('of two updates at once the second is told', async () => {
  const { connectionId } = await create('raced');
  const rename = (name: string) =>
    inside((tx) => updateConnection(tx, { connectionId, expectedRevision: 1, name, updatedBy: 'user-ada' }, oldRing));
  const results = await Promise.allSettled([rename('One'), rename('Two')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'CONNECTION_CONFLICT' });
});

test('keys rotate: everything is re-encrypted with the newest', async () => {
  const { connectionId } = await create('rotated');
  const before = await own.db.pool.query('select count(*)::int as count from connection where secret_key_id = $1', [
    oldRing.newest.id,
  ]);
  expect(before.rows[0]).not.toEqual({ count: 0 });
  expect(await reencryptConnections(own.db, newRing)).toBe(before.rows[0].count);
  expect(await reencryptConnections(own.db, newRing)).toBe(0);
  const opened = await inside((tx) => openConnection(tx, { id: connectionId }, onlyNewRing));
  expect(opened.secrets).toEqual({ clientId: 'id', clientSecret: 'top-secret' });
});

test('a connection that a live flow names stays', async () => {
  const { connectionId } = await create('needed');
  const flow = {
    format: 1,
    trigger: { kind: 'webhook', name: 'Deal', connection: 'needed', object: 'Deal' },
    body: [],
  };
  await inside(async (tx) => {
    const [made] = await tx.insert(definition).values({ kind: 'flow', key: 'needing', name: 'Needing' }).returning();
    const definitionId = made?.id ?? '';
    const [first] = await tx
      .insert(version)
      .values({ definitionId, document: flow, hash: 'x', createdBy: 'user-ana' })
      .returning();
    await tx.insert(liveVersion).values({
      environmentId: own.environmentIds.test,
      definitionId,
      versionId: first?.id ?? '',
      releaseId: definitionId,
    });
  });
  const deletion = inside((tx) => deleteConnection(tx, { connectionId, deletedBy: 'user-ada' }));
  await expect(deletion).rejects.toMatchObject({
    code: 'CONNECTION_IN_USE',
    message:
      'The connection "Connection needed" is used by "needing". Publish them without it, or roll them back, first.',
  });
});

test('a deleted connection is gone with its secrets', async () => {
  const { connectionId } = await create('deleted');
  await inside((tx) => deleteConnection(tx, { connectionId, deletedBy: 'user-ada' }));
  await expect(inside((tx) => loadConnection(tx, { id: connectionId }))).rejects.toMatchObject({
    code: 'CONNECTION_NOT_FOUND',
    message: `There is no connection ${connectionId}.`,
  });
});
