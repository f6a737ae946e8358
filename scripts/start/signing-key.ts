import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

export interface SigningKey {
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}

/** An RSA key in a file that only we can read. In real life, its certificate would be uploaded to a vendor. */
export async function readSigningKey(file: string): Promise<SigningKey> {
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  const privateKeyPem =
    existing ??
    generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (existing === undefined) await writeFile(file, privateKeyPem, { mode: 0o600, flag: 'wx' });
  return {
    privateKeyPem,
    publicKeyPem: createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString(),
  };
}
