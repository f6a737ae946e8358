import { loadKeyRing, type KeyRing } from '@throughline/core/db/key-ring';
import { webEnv } from '../env.ts';

let cached: Promise<KeyRing> | undefined;

/** The keys that encrypt the secrets of connections; read once per process. */
export const webKeyRing = (): Promise<KeyRing> =>
  (cached ??= loadKeyRing({ secretKey: webEnv().secretKey, keyFile: webEnv().keyFile }));
