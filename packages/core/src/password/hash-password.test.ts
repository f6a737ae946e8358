import { expect, test } from 'vitest';
import { hashPassword, needsRehash, verifyPassword } from './hash-password.ts';

test('a password matches its own hash and nothing else does', async () => {
  const hash = await hashPassword('tidal lantern quarry');
  expect(await verifyPassword({ hash, password: 'tidal lantern quarry' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'tidal lantern quarrz' })).toBe(false);
  expect(await hashPassword('tidal lantern quarry')).not.toBe(hash);
});

test('hashes have the strength that OWASP asks for', async () => {
  const hash = await hashPassword('tidal lantern quarry');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(needsRehash(hash)).toBe(false);
});

// The previous release made this with scrypt.
const earlier =
  '7f0d3c5a9b1e4d6f8a2c4e6f8091a3b5:' +
  '24b0dd6854372751a7db8203bbc10361c652bb942c743b41f0f790ad5ee944db8c691a63830016db539ac1cae661e6b988394c15cb6fa49bac87e6a2e6629e01';

test('a hash of an earlier release still opens its account, and is due for replacement', async () => {
  expect(await verifyPassword({ hash: earlier, password: 'halden-pike-demo' })).toBe(true);
  expect(await verifyPassword({ hash: earlier, password: 'halden-pike-demi' })).toBe(false);
  expect(needsRehash(earlier)).toBe(true);
});

test.each(['', 'plain text', '$argon2id$v=19$m=0,t=0,p=0$$', 'abc:def'])(
  'a damaged hash %j matches no password',
  async (hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false);
  },
);
