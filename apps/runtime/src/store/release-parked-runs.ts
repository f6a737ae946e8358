import { eq, sql } from 'drizzle-orm';
import { acrossOrganisations, withOrganisation, type Database } from '@throughline/core/db';
import { releaseParkedRun } from '@throughline/core/db/runs/release-parked-run';
import { run } from '@throughline/core/db/schema/index';

/** Hands parked runs to the engine, as far as their organisations have room there. Returns how many. */
export async function releaseParkedRuns(db: Database): Promise<number> {
  const organisations = await acrossOrganisations(db, (tx) =>
    tx.selectDistinct({ id: run.organisationId }).from(run).where(eq(run.isParked, true)),
  );
  let released = 0;
  for (const { id } of organisations) released += await releaseOf(db, id);
  return released;
}

/** One worker at a time for an organisation, because its runs keep the order in which they came. */
function releaseOf(db: Database, organisationId: string): Promise<number> {
  return withOrganisation(db, organisationId, async (lock) => {
    const { rows } = await lock.execute<{ is_mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`parked:${organisationId}`}, 0)) as is_mine`,
    );
    let released = 0;
    if (rows[0]?.is_mine !== true) return released;
    while (await withOrganisation(db, organisationId, releaseParkedRun)) released += 1;
    return released;
  });
}
