import { ensureEngineSchema } from '@throughline/core/db/runs/ensure-engine-schema';
import { migrateDatabase } from '@throughline/core/db/migrate';
import { grantServiceRole, readServiceRole } from '@throughline/core/db/service-role';
import { SettingsError } from './serve-settings.ts';

export interface DatabaseAddresses {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

/**
 * Refuses a role that row-level security does not bind: one forgotten condition would show an organisation the rows of
 * another. @throws SettingsError
 */
export async function requireBoundRole(databaseUrl: string): Promise<void> {
  const { name, isSuperuser, bypassesRowSecurity } = await readServiceRole(databaseUrl);
  if (!isSuperuser && !bypassesRowSecurity) return;
  throw new SettingsError(
    [
      `  - DATABASE_URL signs in as "${name}", which ${isSuperuser ? 'is a superuser' : 'bypasses row-level security'}: nothing would keep organisations apart.`,
      '    Create a role of its own:',
      "      CREATE ROLE throughline_service LOGIN PASSWORD 'a long password' NOSUPERUSER NOBYPASSRLS;",
      '    Then put that role into DATABASE_URL, and the present address into THROUGHLINE_OWNER_DATABASE_URL.',
    ].join('\n'),
  );
}

/** Brings the database to this version as its owner, and lets the serving role work in it. @throws MigrateError */
export async function prepareForService({ databaseUrl, ownerUrl }: DatabaseAddresses): Promise<{ applied: number }> {
  const result = await migrateDatabase(ownerUrl);
  await ensureEngineSchema(ownerUrl);
  const [service, owner] = [await readServiceRole(databaseUrl), await readServiceRole(ownerUrl)];
  if (service.name !== owner.name) await grantServiceRole(ownerUrl, service.name);
  return result;
}
