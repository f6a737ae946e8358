import { ConnectorError } from '@throughline/core/connector/error';
import type { CallScope } from './call-scope.ts';

export interface CreateOnce<T> {
  /** Looks the record up by its external key. */
  readonly find: () => Promise<T | undefined>;
  /** Sends the create once. */
  readonly create: () => Promise<T>;
  readonly sleep: (durationMs: number, signal?: AbortSignal) => Promise<void>;
  readonly scope: CallScope;
}

/** Waits before each read-back: a reply can be lost before the vendor has finished. */
const READ_BACK_DELAYS_MS = [250, 1000, 2500];

/**
 * Creates a record of a system that has no idempotency key. It is looked up first; a create whose outcome is unknown is
 * never repeated before a read-back came up empty. What is still unknown at the end is thrown as unknown.
 */
export async function createOnce<T>({
  find,
  create,
  sleep,
  scope,
}: CreateOnce<T>): Promise<{ found: T } | { created: T }> {
  const existing = await find();
  if (existing !== undefined) return { found: existing };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { created: await create() };
    } catch (cause) {
      const delayMs = READ_BACK_DELAYS_MS[attempt];
      if (!(cause instanceof ConnectorError) || !cause.isOutcomeUnknown) throw cause;
      if (delayMs === undefined || delayMs >= scope.remainingMs()) throw cause;
      const written = await readBack(find, () => sleep(delayMs, scope.signal), cause);
      if (written !== undefined) return { created: written };
    }
  }
}

/** A read-back that fails too leaves the outcome of the create unknown: that is the error to report. */
async function readBack<T>(
  find: () => Promise<T | undefined>,
  wait: () => Promise<void>,
  unknown: ConnectorError,
): Promise<T | undefined> {
  try {
    await wait();
    return await find();
  } catch {
    throw unknown;
  }
}
