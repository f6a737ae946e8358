import { argon2, randomBytes, scrypt, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for passwords. A hash made with weaker settings is replaced when its owner next signs in. */
const strength = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const prefix = `$argon2id$v=19$m=${strength.memory},t=${strength.passes},p=${strength.parallelism}`;

/** Hashes a password with argon2id, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...strength, message: textOf(password), nonce });
  return `${prefix}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Compares in constant time, and understands hashes of earlier releases. Anything else matches nothing. */
export async function verifyPassword(input: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const { hash, password } = input;
  const modern = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{22,86})$/.exec(hash);
  if (modern === null) return verifyEarlier(hash, password);
  const [, memory, passes, parallelism, salt = '', tag = ''] = modern;
  const expected = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    message: textOf(password),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected);
}

/** True for a hash that was made with settings other than today's. */
export const needsRehash = (hash: string): boolean => !hash.startsWith(`${prefix}$`);

/** Earlier releases kept `salt:key` in hex, by scrypt with these settings. */
async function verifyEarlier(hash: string, password: string): Promise<boolean> {
  const [, salt, key] = /^([0-9a-f]{32}):([0-9a-f]{128})$/.exec(hash) ?? [];
  if (salt === undefined || key === undefined) return false;
  const found = await deriveEarlier(textOf(password), salt);
  return timingSafeEqual(found, Buffer.from(key, 'hex'));
}

const deriveEarlier = (password: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** The same characters typed on different keyboards give the same password. */
const textOf = (password: string): string => password.normalize('NFKC');

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
