import { ensureEngineSchema } from '@throughline/core/db/runs/ensure-engine-schema';
import { migrateDatabase } from '@throughline/core/db/migrate';
import { grantServiceRole, readServiceRole, whyUnbound } from '@throughline/core/db/service-role';
import { SettingsError } from './serve-settings.ts';

export interface DatabaseAddresses {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

/**
 * Refuses a role to which row-level security does not apply: one forgotten condition would then show an organisation
 * the rows of another. @throws SettingsError
 */
export async function requireBoundRole(databaseUrl: string): Promise<void> {
  const role = await readServiceRole(databaseUrl);
  const why = whyUnbound(role);
  if (why !== undefined) throw unbound(role.name, why);
}

const unbound = (name: string, why: string): SettingsError =>
  new SettingsError(
    [
      `  - DATABASE_URL signs in as "${name}", ${why}: nothing would keep organisations apart.`,
      '    Create a role of its own:',
      "      CREATE ROLE throughline_service LOGIN PASSWORD 'a long password' NOSUPERUSER NOBYPASSRLS;",
      '    Then put that role into DATABASE_URL, and the present address into THROUGHLINE_OWNER_DATABASE_URL.',
    ].join('\n'),
  );

/**
 * Migrates the database to this version as its owner, and grants the serving role access.
 * @throws MigrateError; SettingsError when both are the same role, which would then own the tables
 */
export async function prepareForService({ databaseUrl, ownerUrl }: DatabaseAddresses): Promise<{ applied: number }> {
  const [service, owner] = [await readServiceRole(databaseUrl), await readServiceRole(ownerUrl)];
  if (service.name === owner.name) throw unbound(service.name, 'which would own the tables');
  const result = await migrateDatabase(ownerUrl);
  await ensureEngineSchema(ownerUrl);
  await grantServiceRole(ownerUrl, service.name);
  return result;
}
