import { ensureEngineSchema } from '@throughline/core/db/runs/ensure-engine-schema';
import { migrateDatabase } from '@throughline/core/db/migrate';

/** Migrates our schema and the durable engine's to the newest version. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrateDatabase(url);
  await ensureEngineSchema(url);
}
