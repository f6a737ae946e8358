import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPrivateKey } from './private-key.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('readPrivateKey', () => {
  it.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['a PEM whose line ends were lost', pkcs8.replaceAll('\n', '')],
    ['a PEM whose line ends became spaces', pkcs8.replaceAll('\n', ' ')],
    ['a PEM with line ends written out', pkcs8.replaceAll('\n', String.raw`\n`)],
    ['a PEM with Windows line ends and a remark before it', `Key of the app\r\n${pkcs8.replaceAll('\n', '\r\n')}`],
  ])('reads %s', (_name, pasted) => {
    expect(readPrivateKey(pasted, 'privateKey').equals(privateKey)).toBe(true);
  });

  it.each([
    ['nothing', '', 'is not a PEM'],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'is not a PEM'],
    ['half a key', pkcs8.slice(0, 400), 'is not a PEM'],
    ['a key with a piece missing', pkcs8.replace(/\n.{64}\n/, '\n'), 'cannot be read'],
    [
      'a protected key',
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      'is protected by a pass phrase',
    ],
  ])('says what is wrong with %s', (_name, pasted, message) => {
    expect(() => readPrivateKey(pasted, 'privateKey')).toThrow(
      expect.objectContaining({
        class: 'validation',
        fields: ['privateKey'],
        message: expect.stringContaining(message),
      }),
    );
  });
});
