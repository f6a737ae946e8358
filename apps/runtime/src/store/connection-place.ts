import { eq, sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { connectionPace, connectionPlace } from '@throughline/core/db/schema/index';

/* Like workers, places belong to no organisation. These functions run as the login role, with one statement each. */

export interface PlaceInput {
  readonly connectionId: string;
  readonly workerId: string;
  readonly concurrency: number;
  /** Between two requests at an even pace. */
  readonly intervalMs: number;
  /** How far ahead of an even pace requests may be. */
  readonly burstMs: number;
}

/** A place, to be used `waitMs` from now; undefined when all are taken. */
export async function takePlace(
  { login }: Database,
  { connectionId, workerId, concurrency, intervalMs, burstMs }: PlaceInput,
): Promise<{ readonly placeId: string; readonly waitMs: number } | undefined> {
  const { rows } = await login.execute<{ place: string | null; wait_ms: number | null }>(
    sql`select * from throughline.take_place(${connectionId}, ${workerId}, ${concurrency}, ${intervalMs}, ${burstMs})`,
  );
  const [row] = rows;
  return row?.place == null ? undefined : { placeId: row.place, waitMs: row.wait_ms ?? 0 };
}

export async function leavePlace({ login }: Database, placeId: string): Promise<void> {
  await login.delete(connectionPlace).where(eq(connectionPlace.id, placeId));
}

/**
 * Nobody's next request is due before the pause is over. No burst follows it, because everybody waited for that moment.
 */
export async function pausePace(
  { login }: Database,
  connectionId: string,
  { pauseMs, burstMs }: { readonly pauseMs: number; readonly burstMs: number },
): Promise<void> {
  const until = sql`clock_timestamp() + make_interval(secs => ${(pauseMs + burstMs) / 1000})`;
  await login
    .insert(connectionPace)
    .values({ connectionId, dueAt: until })
    .onConflictDoUpdate({
      target: connectionPace.connectionId,
      set: { dueAt: sql`greatest(${connectionPace.dueAt}, ${until})` },
    });
}
