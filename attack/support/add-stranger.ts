import { openDatabase } from '@throughline/core/db';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { people, stranger } from './people.ts';

/** Creates the second firm with its administrator, who has the same password as the demo's people. */
export async function addStranger(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { applicationName: 'throughline-attack', maxConnections: 1 });
  try {
    await seedOrganisation(db, { key: 'other-firm', name: 'Other Firm', people: [stranger] });
    // The hash is copied, so this does not depend on how passwords are hashed.
    await db.pool.query(
      `insert into account (id, account_id, provider_id, user_id, password)
       select $1 || '-password', $1, 'credential', $1, password from account where user_id = $2`,
      [stranger.id, people.ana.id],
    );
  } finally {
    await db.close();
  }
}
