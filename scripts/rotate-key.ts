/** `npm run rotate-key`: encrypts the secrets of connections with a new key, while the product is stopped. */
import { openDatabase } from '@throughline/core/db';
import { loadKeyRing } from '@throughline/core/db/key-ring';
import { authSecretOf } from './serve/auth-secret.ts';
import { startDatabase } from './start/database.ts';
import { prepareDatabase } from './start/prepare-database.ts';
import { rotateKey } from './start/rotate-key.ts';
import { openStateDir, readSettings } from './start/settings.ts';

const settings = await readSettings(process.env, await openStateDir(process.env));
const database = await startDatabase(settings);
const db = openDatabase(database.url, { applicationName: 'throughline-rotate-key', maxConnections: 2 });
try {
  await prepareDatabase(database.url);
  const { keyId, count } = await rotateKey(db, {
    keyFile: settings.keyFile,
    secretKey: process.env['THROUGHLINE_SECRET_KEY'],
  });
  console.log(
    [
      `The secrets of ${count} connections are encrypted with key ${keyId} now. Start the product again.`,
      'Older keys stay where they are: backups made before need them. Take them out when no such backup is left.',
    ].join('\n'),
  );
  if (process.env['THROUGHLINE_SECRET_KEY'] !== undefined && process.env['THROUGHLINE_AUTH_SECRET'] === undefined) {
    const ring = await loadKeyRing({ secretKey: process.env['THROUGHLINE_SECRET_KEY'], keyFile: settings.keyFile });
    console.log(
      [
        'Second factors are encrypted with a secret that follows from the oldest key. Before you take that key out, set',
        `THROUGHLINE_AUTH_SECRET=${authSecretOf(ring) ?? ''}`,
        'or nobody who has an authenticator app can sign in any more. Keep this value as secret as the keys.',
      ].join('\n'),
    );
  }
} catch (error) {
  console.error(`\nThe key was not rotated. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await db.close();
  await database.stop();
}
