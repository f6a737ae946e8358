import { Client, escapeIdentifier } from 'pg';
import { engineSchema } from './runs/engine-names.ts';

export interface ServiceRole {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly bypassesRowSecurity: boolean;
  /** Our tables that belong to it: an owner can take their protection away. */
  readonly ownedTables: number;
  /** Roles that it can take on although they are superusers, are not bound, own our tables, or reach the server's files. */
  readonly unboundRoles: readonly string[];
}

/** Who an address signs in as, and whether row-level security binds that role and every role it can take on. */
export function readServiceRole(url: string): Promise<ServiceRole> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<ServiceRole>(
      `with owner as (
         select relowner as oid, count(*)::int as tables from pg_class
         where relkind in ('r', 'p') and relnamespace in (select oid from pg_namespace where nspname = any($1))
         group by relowner
       )
       select own.rolname as name, own.rolsuper as "isSuperuser", own.rolbypassrls as "bypassesRowSecurity",
         coalesce((select tables from owner where owner.oid = own.oid), 0) as "ownedTables",
         array(
           select other.rolname::text from pg_roles other
           where other.oid <> own.oid and not own.rolsuper and pg_has_role(own.oid, other.oid, 'MEMBER')
             and (other.rolsuper or other.rolbypassrls or other.oid in (select oid from owner) or other.rolname = any($2))
           order by 1
         ) as "unboundRoles"
       from pg_roles own where own.rolname = current_user`,
      [
        ['public', 'throughline', 'drizzle', engineSchema],
        ['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'],
      ],
    );
    const [role] = rows;
    if (role === undefined) throw new Error('The database does not say who is signed in.');
    return role;
  });
}

/** Why nothing would keep organisations apart for a role, as the end of a sentence that names it; undefined for a role that is bound. */
export function whyUnbound(role: ServiceRole): string | undefined {
  if (role.isSuperuser) return 'which is a superuser';
  if (role.bypassesRowSecurity) return 'which bypasses row-level security';
  if (role.ownedTables > 0) return `which owns ${role.ownedTables} of the tables`;
  if (role.unboundRoles.length === 0) return undefined;
  return `which can take on ${role.unboundRoles.map((name) => `"${name}"`).join(', ')}`;
}

/**
 * Lets a role that owns nothing do what the web app and the workers do, and no more: it reaches the rows of an
 * organisation only by taking on a role that row-level security binds. Run as the owner after each migration.
 */
export function grantServiceRole(ownerUrl: string, roleName: string): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    const role = escapeIdentifier(roleName);
    await client.query('begin');
    // Not inherited: what a query of the login role may read is only what is granted below.
    await client.query(`grant throughline_app, throughline_system to ${role} with inherit false, set true`);
    for (const schema of ['public', 'throughline', 'drizzle', engineSchema]) {
      await client.query(`grant usage on schema ${escapeIdentifier(schema)} to ${role}`);
    }
    await client.query(`grant select on drizzle.__drizzle_migrations to ${role}`);
    for (const table of [...(await tablesOfNoOrganisation(client)), 'user']) {
      await client.query(`grant select, insert, update, delete on ${escapeIdentifier(table)} to ${role}`);
    }
    // The names of people are protected from use cases, and open to the sign-in.
    const policy = escapeIdentifier(`sign_in_${roleName}`);
    await client.query(`drop policy if exists ${policy} on "user"`);
    await client.query(`create policy ${policy} on "user" to ${role} using (true) with check (true)`);
    const engine = escapeIdentifier(engineSchema);
    await client.query(`grant all on all tables in schema ${engine} to ${role}`);
    await client.query(`grant all on all sequences in schema ${engine} to ${role}`);
    await client.query(`grant execute on all functions in schema ${engine} to ${role}`);
    await client.query('commit');
  });
}

async function tablesOfNoOrganisation(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'throughline-migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
