import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { KeyRing, SecretKey } from './key-ring.ts';

/** Secret fields of a connection by name, for example `{ clientSecret, webhookSecret }`. */
export type Secrets = Readonly<Record<string, string>>;

/** The columns of `connection` that hold them. */
export interface EncryptedSecrets {
  readonly secretCiphertext: string;
  readonly secretKeyId: string;
  readonly secretFields: string[];
}

export type SecretErrorCode = 'SECRET_KEY_UNKNOWN' | 'SECRET_DAMAGED';

/** Secrets cannot be read. The message names the connection's id, never a value. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly code: SecretErrorCode;

  constructor(code: SecretErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const secretsSchema = z.record(z.string(), z.string());

/**
 * Encrypts with the newest key. The result is bound to the connection, so it does not open when it is copied to another
 * row.
 */
export function encryptSecrets(ring: KeyRing, connectionId: string, secrets: Secrets): EncryptedSecrets {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, ring.newest.bytes, nonce);
  cipher.setAAD(boundTo(connectionId, ring.newest));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return {
    secretCiphertext: [nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64')).join('.'),
    secretKeyId: ring.newest.id,
    secretFields: Object.keys(secrets).sort(),
  };
}

/** @throws SecretError */
export function decryptSecrets(
  ring: KeyRing,
  connectionId: string,
  encrypted: Pick<EncryptedSecrets, 'secretCiphertext' | 'secretKeyId'>,
): Secrets {
  const key = ring.byId.get(encrypted.secretKeyId);
  if (key === undefined) {
    throw new SecretError(
      'SECRET_KEY_UNKNOWN',
      `The secrets of connection ${connectionId} were encrypted with key ${encrypted.secretKeyId}, which is not among ` +
        'the keys given. Add that key behind the newest one, or enter the secrets again.',
    );
  }
  try {
    return secretsSchema.parse(JSON.parse(open(key, connectionId, encrypted.secretCiphertext)));
  } catch {
    // The cause is left out, because it could quote what was decrypted.
    throw new SecretError(
      'SECRET_DAMAGED',
      `The secrets of connection ${connectionId} cannot be decrypted: they were changed or belong to another connection. ` +
        'Enter them again.',
    );
  }
}

function open(key: SecretKey, connectionId: string, text: string): string {
  const [nonce, tag, ciphertext] = text.split('.').map((part) => Buffer.from(part, 'base64'));
  if (nonce?.length !== nonceLength || tag?.length !== 16 || ciphertext === undefined) throw new Error('malformed');
  const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength: 16 });
  decipher.setAAD(boundTo(connectionId, key));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
}

const boundTo = (connectionId: string, key: SecretKey): Buffer =>
  Buffer.from(`throughline connection ${connectionId} key ${key.id}`);
