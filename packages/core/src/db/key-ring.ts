import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface SecretKey {
  /** First 16 hex digits of a hash of the key. They tell which key it is without revealing it. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** Keys that secrets are encrypted with, newest first. The newest encrypts, and all of them decrypt. */
export interface KeyRing {
  readonly newest: SecretKey;
  readonly byId: ReadonlyMap<string, SecretKey>;
}

export type KeyErrorCode = 'KEY_INVALID' | 'KEY_FILE_MODE' | 'KEY_FILE_UNREADABLE';

/** The key for secrets cannot be used. Messages name the place, never a key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly code: KeyErrorCode;

  constructor(code: KeyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const keyLength = 32;

export interface KeyRingSource {
  /** Value of THROUGHLINE_SECRET_KEY: one or several keys, newest first, separated by commas. Wins over the file. */
  readonly secretKey?: string | undefined;
  /** One key per line, newest first. Made with a new key when it does not exist. */
  readonly keyFile: string;
}

/** @throws KeyError */
export async function loadKeyRing({ secretKey, keyFile }: KeyRingSource): Promise<KeyRing> {
  if (secretKey !== undefined && secretKey.trim() !== '') {
    return keyRingOf(secretKey.split(','), 'THROUGHLINE_SECRET_KEY');
  }
  await createKeyFile(keyFile);
  return keyRingOf(await readKeyFile(keyFile), `The key file ${keyFile}`);
}

/** Puts a new key in front of the file's keys. Secrets are re-encrypted by `reencryptConnections` afterwards. */
export async function addKey(keyFile: string): Promise<KeyRing> {
  const lines = [newKey(), ...(await readKeyFile(keyFile))];
  const unfinished = `${keyFile}.${process.pid}.new`;
  await writeFile(unfinished, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  await rename(unfinished, keyFile);
  return keyRingOf(lines, `The key file ${keyFile}`);
}

const newKey = (): string => randomBytes(keyLength).toString('base64');

/**
 * The file is written aside and linked into place, so that a second process starting at the same moment never reads
 * half of it.
 */
async function createKeyFile(keyFile: string): Promise<void> {
  const isThere = await stat(keyFile).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const unfinished = `${keyFile}.${randomBytes(4).toString('hex')}.new`;
  try {
    await mkdir(dirname(keyFile), { recursive: true });
    await writeFile(unfinished, `${newKey()}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await link(unfinished, keyFile);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw new KeyError('KEY_FILE_UNREADABLE', `The key file ${keyFile} cannot be created. Check the folder.`, error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function readKeyFile(keyFile: string): Promise<string[]> {
  const { mode } = await stat(keyFile).catch((error: unknown) => {
    throw new KeyError('KEY_FILE_UNREADABLE', `The key file ${keyFile} cannot be read.`, error);
  });
  // Windows has no such modes.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    const octal = (mode & 0o777).toString(8).padStart(4, '0');
    throw new KeyError(
      'KEY_FILE_MODE',
      `The key file ${keyFile} has mode ${octal}: others on this machine may read it. Run: chmod 600 ${keyFile}`,
    );
  }
  const text = await readFile(keyFile, 'utf8').catch((error: unknown) => {
    throw new KeyError('KEY_FILE_UNREADABLE', `The key file ${keyFile} cannot be read.`, error);
  });
  return text.split('\n').filter((line) => line.trim() !== '');
}

function keyRingOf(texts: readonly string[], place: string): KeyRing {
  const keys = texts.map((text, index) => parseKey(text.trim(), place, index));
  const [newest] = keys;
  if (newest === undefined) throw new KeyError('KEY_INVALID', `${place} holds no key.`);
  return { newest, byId: new Map(keys.map((key) => [key.id, key])) };
}

function parseKey(text: string, place: string, index: number): SecretKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== keyLength || bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) {
    throw new KeyError(
      'KEY_INVALID',
      `${place}: key ${index + 1} is not ${keyLength} bytes in base64. Make one with: openssl rand -base64 ${keyLength}`,
    );
  }
  return { id: createHash('sha256').update('throughline key id').update(bytes).digest('hex').slice(0, 16), bytes };
}
