import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createConnection } from '@throughline/core/db/connections/create-connection';
import { loadKeyRing } from '@throughline/core/db/key-ring';
import { decryptSecrets } from '@throughline/core/db/secrets';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { rotateKey } from './rotate-key.ts';

let database: TestDatabase;
let folder: string;
let keyFile: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'throughline-rotate-'));
  keyFile = join(folder, 'secret-keys');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.close();
});

const stored = async () => {
  const { rows } = await database.db.pool.query<{ id: string; secret_key_id: string; secret_ciphertext: string }>(
    'select id, secret_key_id, secret_ciphertext from connection order by key',
  );
  return rows;
};

it('encrypts everything with a new key; the new key alone opens it, and the old one is kept', async () => {
  const oldRing = await loadKeyRing({ keyFile });
  for (const key of ['one', 'two']) {
    await withOrganisation(database.db, database.organisationId, (tx) =>
      createConnection(
        tx,
        {
          environmentId: database.environmentIds.test,
          key,
          name: key,
          system: 'kantata',
          settings: {},
          authMethod: 'bearer',
          secrets: { token: `secret of ${key}` },
          createdBy: 'user-ada',
        },
        oldRing,
      ),
    );
  }
  const { keyId, count } = await rotateKey(database.db, { keyFile });
  expect({ count, isNew: keyId !== oldRing.newest.id }).toEqual({ count: 2, isNew: true });
  const lines = (await readFile(keyFile, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  const onlyNew = await loadKeyRing({ keyFile, secretKey: lines[0] });
  const opened = (await stored()).map(({ id, secret_key_id: secretKeyId, secret_ciphertext: secretCiphertext }) =>
    decryptSecrets(onlyNew, id, { secretKeyId, secretCiphertext }),
  );
  expect(opened).toEqual([{ token: 'secret of one' }, { token: 'secret of two' }]);
});

it('takes the key from the environment if keys are set there', async () => {
  const [newest, older] = (await readFile(keyFile, 'utf8')).trim().split('\n');
  const secretKey = [Buffer.alloc(32, 7).toString('base64'), newest, older].join(',');
  const { keyId, count } = await rotateKey(database.db, { keyFile, secretKey });
  expect(count).toBe(2);
  expect((await stored()).map(({ secret_key_id: id }) => id)).toEqual([keyId, keyId]);
  expect((await readFile(keyFile, 'utf8')).trim().split('\n')).toHaveLength(2);
});

it('refuses while a runtime is running, and changes nothing', async () => {
  await database.db.pool.query(
    "insert into worker (id, host, pid, version, state, lease_until) values ('w', 'here', 7, 'x', 'running', now() + interval '1 minute')",
  );
  const before = await stored();
  await expect(rotateKey(database.db, { keyFile })).rejects.toThrow(
    'A runtime works (process 7 on here). Stop the product first.',
  );
  expect(await stored()).toEqual(before);
});
