import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { SharedLimits } from '@throughline/core/connector';
import type { Database } from '@throughline/core/db';
import { leavePlace, pausePace, takePlace } from '../store/connection-place.ts';
import { isDatabaseDown } from '@throughline/core/db/is-database-down';
import { untilDatabaseAnswers } from '../store/database-down.ts';

export interface SharedLimitsOptions {
  readonly db: Database;
  readonly connectionId: string;
  readonly workerId: string;
  readonly log: Logger;
  /** 0 ≤ x < 1; keeps workers apart. */
  readonly random: () => number;
}

/** How soon a full connection is asked again. It is short compared with any request to a vendor. */
const askAgainMs = 40;

/**
 * Keeps the limits of one connection across workers, in PostgreSQL. A vendor counts all requests of an account, so
 * three workers that each keep the limit would exceed it. Each request costs two small statements, next to a call that
 * takes hundreds of times as long. The requests of one worker ask one after the other, so that a crowd does not poll.
 */
export function sharedLimits(options: SharedLimitsOptions): SharedLimits {
  const { db, connectionId, workerId, log } = options;
  let last: Promise<unknown> = Promise.resolve();
  let burstMs = 0;
  const inBackground = (work: Promise<void>): void => {
    work.catch((error: unknown) => log.warn({ err: error, connectionId }, 'A place of a connection stays taken.'));
  };
  const leave = (placeId: string): void => inBackground(untilDatabaseAnswers(() => leavePlace(db, placeId)));
  return {
    async enter({ concurrency, requestsPerSecond }, signal) {
      const intervalMs = 1000 / requestsPerSecond;
      burstMs = Math.max(0, Math.floor(requestsPerSecond) - 1) * intervalMs;
      const input = { connectionId, workerId, concurrency, intervalMs, burstMs };
      const turn = last.then(() => whenFree(options, () => takePlace(db, input), signal));
      last = turn.catch(() => undefined);
      const { placeId, waitMs } = await turn;
      try {
        if (waitMs > 0) await delay(waitMs, undefined, { signal });
      } catch (error) {
        leave(placeId);
        throw error;
      }
      return () => leave(placeId);
    },
    pause(pauseMs) {
      inBackground(pausePace(db, connectionId, { pauseMs, burstMs }));
    },
  };
}

type Place = NonNullable<Awaited<ReturnType<typeof takePlace>>>;

async function whenFree(
  { random }: SharedLimitsOptions,
  take: () => Promise<Place | undefined>,
  signal: AbortSignal,
): Promise<Place> {
  for (;;) {
    signal.throwIfAborted();
    const place = await take().catch((error: unknown) => {
      if (!isDatabaseDown(error)) throw error;
      return undefined;
    });
    if (place !== undefined) return place;
    await delay(askAgainMs * (0.5 + random()), undefined, { signal });
  }
}
