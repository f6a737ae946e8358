import { asc, eq, ne } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '../client.ts';
import type { KeyRing } from '../key-ring.ts';
import { connection } from '../schema/index.ts';
import { decryptSecrets, encryptSecrets } from '../secrets.ts';

/**
 * Encrypts every connection's secrets with the newest key, after which older keys can be taken out of use. If it is
 * interrupted, the next call continues where it stopped. Returns how many were re-encrypted.
 * @throws SecretError when one cannot be opened; those before it are done
 */
export async function reencryptConnections(db: Database, keyRing: KeyRing): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (!(await reencryptNext(db, keyRing))) return count;
  }
}

/** One row per transaction, so that a connection in use is locked only for a moment. */
function reencryptNext(db: Database, keyRing: KeyRing): Promise<boolean> {
  return acrossOrganisations(db, async (tx) => {
    const [next] = await tx
      .select()
      .from(connection)
      .where(ne(connection.secretKeyId, keyRing.newest.id))
      .orderBy(asc(connection.id))
      .limit(1)
      .for('update');
    if (next === undefined) return false;
    const secrets = decryptSecrets(keyRing, next.id, next);
    await tx
      .update(connection)
      .set(encryptSecrets(keyRing, next.id, secrets))
      .where(eq(connection.id, next.id));
    return true;
  });
}
