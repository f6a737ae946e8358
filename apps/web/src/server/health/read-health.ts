import { and, gt, inArray, sql } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { worker } from '@throughline/core/db/schema/operation';

export interface PartHealth {
  readonly name: string;
  readonly isUp: boolean;
  readonly detail: string;
}

export interface Health {
  readonly isUp: boolean;
  readonly database: PartHealth;
  readonly workers: PartHealth;
  readonly sandbox: readonly PartHealth[];
}

const patienceMs = 2000;

/** The state of everything that this app needs. A part that does not answer within two seconds counts as down. */
export const readHealth = async (database: Database, sandboxUrls: readonly string[]): Promise<Health> => {
  const [databaseHealth, workers, sandbox] = await Promise.all([
    checkDatabase(database),
    checkWorkers(database),
    Promise.all(sandboxUrls.map(checkSandbox)),
  ]);
  return {
    isUp: [databaseHealth, workers, ...sandbox].every(({ isUp }) => isUp),
    database: databaseHealth,
    workers,
    sandbox,
  };
};

const checkDatabase = async (database: Database): Promise<PartHealth> => {
  const startedMs = performance.now();
  const isUp = await withPatience(database.login.execute(sql`select 1`));
  const durationMs = Math.round(performance.now() - startedMs);
  return { name: 'database', isUp, detail: isUp ? `answers in ${durationMs} ms` : 'does not answer' };
};

const checkWorkers = async (database: Database): Promise<PartHealth> => {
  let count = 0;
  const isRead = await withPatience(
    acrossOrganisations(database, async (tx) => {
      count = await tx.$count(
        worker,
        and(inArray(worker.state, ['running', 'draining']), gt(worker.leaseUntil, sql`now()`)),
      );
    }),
  );
  const detail = isRead ? `${count} running` : 'unknown while the database does not answer';
  return { name: 'workers', isUp: isRead && count > 0, detail };
};

const checkSandbox = async (url: string): Promise<PartHealth> => {
  const response = await fetch(new URL('/__health', url), { signal: AbortSignal.timeout(patienceMs) }).catch(
    () => undefined,
  );
  const body: unknown = await response?.json().catch(() => undefined);
  const isUp = response?.ok === true;
  return { name: systemOf(body) ?? new URL(url).host, isUp, detail: isUp ? 'answers' : 'does not answer' };
};

const systemOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'system' in body && typeof body.system === 'string'
    ? body.system
    : undefined;

const withPatience = async (work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const isUp = await Promise.race([done, tooLate]);
  clearTimeout(timer);
  return isUp;
};
