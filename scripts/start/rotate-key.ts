import { reencryptConnections } from '@throughline/core/db/connections/reencrypt-connections';
import { addKey, loadKeyRing, type KeyRingSource } from '@throughline/core/db/key-ring';
import type { Database } from '@throughline/core/db';

/**
 * Encrypts every connection's secrets with a new key. With THROUGHLINE_SECRET_KEY, the new key is the first one there.
 * Otherwise it is created and put at the front of the key file. If interrupted, it can simply be called again.
 * @throws Error while a worker runs, because it would not know the new key. KeyError, SecretError
 */
export async function rotateKey(db: Database, source: KeyRingSource): Promise<{ keyId: string; count: number }> {
  const { rows } = await db.pool.query<{ host: string; pid: number }>(
    "select host, pid from worker where state in ('running', 'draining') and lease_until > now()",
  );
  const [worker] = rows;
  if (worker !== undefined) {
    throw new Error(`A runtime works (process ${worker.pid} on ${worker.host}). Stop the product first.`);
  }
  const before = await loadKeyRing(source);
  const isGiven = source.secretKey !== undefined && source.secretKey.trim() !== '';
  const ring = isGiven ? before : await addKey(source.keyFile);
  return { keyId: ring.newest.id, count: await reencryptConnections(db, ring) };
}
