import { engineSchema } from './engine-names.ts';

/**
 * Creates or upgrades the durable engine's own tables in the same database. Safe to repeat and to run in parallel.
 * Run it after our migrations and before anything starts a run.
 */
export async function ensureEngineSchema(url: string): Promise<void> {
  // This is loaded here only, because starting runs needs none of the engine's code and the web app should not carry
  // it.
  const { DBOS } = await import('@dbos-inc/dbos-sdk');
  await DBOS.migrate(url, { schemaName: engineSchema });
}
