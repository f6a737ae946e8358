import { hkdfSync } from 'node:crypto';
import type { KeyRing } from '@throughline/core/db/key-ring';

/**
 * The secret that signs sessions and encrypts second factors if THROUGHLINE_AUTH_SECRET does not provide one. It is
 * derived from the oldest key, so that all web processes have the same one and a rotation does not change it.
 */
export function authSecretOf(ring: KeyRing): string | undefined {
  const oldest = [...ring.byId.values()].at(-1);
  if (oldest === undefined) return undefined;
  return Buffer.from(hkdfSync('sha256', oldest.bytes, '', 'throughline sessions', 32)).toString('base64');
}
