import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addKey, loadKeyRing } from './key-ring.ts';
import { decryptSecrets, encryptSecrets } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keyA = Buffer.alloc(32, 1).toString('base64');
const keyB = Buffer.alloc(32, 2).toString('base64');
const unused = join(folder, 'unused');
const ringA = await loadKeyRing({ secretKey: keyA, keyFile: unused });
const ringB = await loadKeyRing({ secretKey: `${keyB},${keyA}`, keyFile: unused });
const secrets = { webhookSecret: 'whsec_1', clientSecret: 'grün & "quoted"' };
const connectionId = '01a208e6-0000-7000-8000-000000000001';

describe('secrets', () => {
  test('secrets come back as they were, and each encryption differs', () => {
    const first = encryptSecrets(ringA, connectionId, secrets);
    const second = encryptSecrets(ringA, connectionId, secrets);
    expect(decryptSecrets(ringA, connectionId, first)).toEqual(secrets);
    expect(first.secretCiphertext).not.toBe(second.secretCiphertext);
    expect({ keyId: first.secretKeyId, fields: first.secretFields }).toEqual({
      keyId: ringA.newest.id,
      fields: ['clientSecret', 'webhookSecret'],
    });
    expect(JSON.stringify(first)).not.toContain('whsec_1');
  });

  test('an older key still opens what it encrypted, and the newest key encrypts', () => {
    const old = encryptSecrets(ringA, connectionId, secrets);
    expect(decryptSecrets(ringB, connectionId, old)).toEqual(secrets);
    expect(encryptSecrets(ringB, connectionId, secrets).secretKeyId).toBe(ringB.newest.id);
    expect(ringB.newest.id).not.toBe(ringA.newest.id);
  });

  test('secrets do not open for another connection, after a change, or without their key', () => {
    const closed = encryptSecrets(ringB, connectionId, secrets);
    const [nonce, tag, text] = closed.secretCiphertext.split('.');
    const damaged = {
      ...closed,
      secretCiphertext: [nonce, tag, Buffer.from(`x${text}`).toString('base64')].join('.'),
    };
    const other = '01a208e6-0000-7000-8000-000000000002';
    expect(() => decryptSecrets(ringB, other, closed)).toThrow(
      `The secrets of connection ${other} cannot be decrypted: they were changed or belong to another connection. Enter them again.`,
    );
    for (const broken of [damaged, { ...closed, secretCiphertext: '' }, { ...closed, secretCiphertext: 'a.b.c' }]) {
      expect(() => decryptSecrets(ringB, connectionId, broken)).toThrow(/cannot be decrypted/);
    }
    expect(() => decryptSecrets(ringA, connectionId, closed)).toThrow(
      `The secrets of connection ${connectionId} were encrypted with key ${ringB.newest.id}, which is not among the keys ` +
        'given. Add that key behind the newest one, or enter the secrets again.',
    );
  });
});

describe('the key file', () => {
  test('is made once, for its owner only, also by two at once', async () => {
    const keyFile = join(folder, 'deep', 'key');
    const rings = await Promise.all(Array.from({ length: 8 }, () => loadKeyRing({ keyFile, secretKey: ' ' })));
    expect(new Set(rings.map(({ newest }) => newest.id)).size).toBe(1);
    expect({ mode: statSync(keyFile).mode & 0o777, files: readdirSync(join(folder, 'deep')) }).toEqual({
      mode: 0o600,
      files: ['key'],
    });
  });

  test('is refused when others may read it', async () => {
    const keyFile = join(folder, 'loose');
    await loadKeyRing({ keyFile });
    chmodSync(keyFile, 0o640);
    await expect(loadKeyRing({ keyFile })).rejects.toMatchObject({
      code: 'KEY_FILE_MODE',
      message: `The key file ${keyFile} has mode 0640: others on this machine may read it. Run: chmod 600 ${keyFile}`,
    });
  });

  test('takes a new key in front and keeps the old ones', async () => {
    const keyFile = join(folder, 'rotated');
    const before = await loadKeyRing({ keyFile });
    const closed = encryptSecrets(before, connectionId, secrets);
    const after = await addKey(keyFile);
    expect((await loadKeyRing({ keyFile })).newest.id).toBe(after.newest.id);
    expect([...after.byId.keys()]).toEqual([after.newest.id, before.newest.id]);
    expect(decryptSecrets(after, connectionId, closed)).toEqual(secrets);
    expect({ mode: statSync(keyFile).mode & 0o777, lines: readFileSync(keyFile, 'utf8').split('\n').length }).toEqual({
      mode: 0o600,
      lines: 3,
    });
  });

  test.each(['short', Buffer.alloc(31).toString('base64'), `${keyA}!`])('a wrong key is refused: %s', async (text) => {
    const error = await loadKeyRing({ secretKey: `${keyB},${text}`, keyFile: unused }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      code: 'KEY_INVALID',
      message: 'THROUGHLINE_SECRET_KEY: key 2 is not 32 bytes in base64. Make one with: openssl rand -base64 32',
    });
  });
});
