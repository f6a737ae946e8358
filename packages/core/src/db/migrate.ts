import { fileURLToPath } from 'node:url';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';

export const migrationsFolder = fileURLToPath(new URL('../../../../drizzle', import.meta.url));

/** The first migration's grants rely on roles with the SET option, which this version introduced. */
const oldestServer = { number: 160_000, name: '16' };

/** Any number will do that nothing else in this database locks. */
const migrationLock = 7_264_001;

export type MigrateErrorCode = 'DATABASE_NEWER' | 'DATABASE_OLDER' | 'SERVER_TOO_OLD' | 'MIGRATION_FAILED';

/** The database could not be brought to this version of the code; the message says what to do. */
export class MigrateError extends Error {
  override readonly name = 'MigrateError';
  readonly code: MigrateErrorCode;

  constructor(code: MigrateErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * Brings the database to the newest migration; safe when several processes start at once.
 * @returns how many migrations ran
 * @throws MigrateError
 */
export async function migrateDatabase(url: string, folder = migrationsFolder): Promise<{ applied: number }> {
  const client = new Client({ connectionString: url, application_name: 'throughline-migrate' });
  await client.connect();
  try {
    await requireServerVersion(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const known = readMigrationFiles({ migrationsFolder: folder });
    const done = await appliedHashes(client);
    refuseNewerDatabase(known, done);
    await migrate(drizzle(client), { migrationsFolder: folder }).catch((error: unknown) => {
      throw new MigrateError('MIGRATION_FAILED', describe(error), error);
    });
    return { applied: known.length - done.length };
  } finally {
    // Ending the connection releases the lock.
    await client.end();
  }
}

/**
 * Checks that the database is at the version of this code, and changes nothing: who works in it may not be its owner.
 * @throws MigrateError
 */
export async function requireMigrated(url: string, folder = migrationsFolder): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'throughline-migrate' });
  await client.connect();
  try {
    const known = readMigrationFiles({ migrationsFolder: folder });
    const done = await appliedHashes(client);
    refuseNewerDatabase(known, done);
    const missing = known.length - done.length;
    if (missing === 0) return;
    throw new MigrateError(
      'DATABASE_OLDER',
      `The database lacks ${missing} migration${missing === 1 ? '' : 's'} of this version of Throughline. ` +
        'Run "npm run serve -- migrate" (or stop the demo and start it again), then start this again.',
    );
  } finally {
    await client.end();
  }
}

async function requireServerVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const server = rows[0];
  if (server === undefined || server.number >= oldestServer.number) return;
  throw new MigrateError(
    'SERVER_TOO_OLD',
    `The database server is PostgreSQL ${server.name}; Throughline needs ${oldestServer.name} or later. Upgrade the server.`,
  );
}

async function appliedHashes(client: Client): Promise<string[]> {
  const table = await client.query<{ found: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as found",
  );
  if (table.rows[0]?.found !== true) return [];
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id');
  return rows.map(({ hash }) => hash);
}

function refuseNewerDatabase(known: readonly MigrationMeta[], done: readonly string[]): void {
  const hashes = new Set(known.map(({ hash }) => hash));
  const foreign = done.filter((hash) => !hashes.has(hash)).length;
  if (foreign === 0) return;
  throw new MigrateError(
    'DATABASE_NEWER',
    `The database holds ${foreign} migration${foreign === 1 ? '' : 's'} that this version of Throughline does not know. ` +
      'It was used by a newer version (or a development state): start that version, or use another database.',
  );
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'A migration failed.';
  const hint = 'hint' in cause && typeof cause.hint === 'string' ? ` ${cause.hint}` : '';
  return `A migration failed and was rolled back: ${cause.message}${hint}`;
}
