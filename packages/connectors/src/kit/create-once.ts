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

/** How long to wait before reading back: the vendor may finish the work shortly after its reply was lost. */
const READ_BACK_DELAY_MS = 500;

/**
 * Creates a record in a system that has no idempotency key. The record is looked up first, and once more when the reply
 * is lost. The create is never repeated here, because the lost request may take effect much later, and a record that is
 * not there yet proves nothing. The caller knows how long such a request can live, and is told that the outcome is
 * unknown.
 */
export async function createOnce<T>({
  find,
  create,
  sleep,
  scope,
}: CreateOnce<T>): Promise<{ found: T } | { created: T }> {
  const existing = await find();
  if (existing !== undefined) return { found: existing };
  try {
    return { created: await create() };
  } catch (cause) {
    if (!(cause instanceof ConnectorError) || !cause.isOutcomeUnknown) throw cause;
    if (READ_BACK_DELAY_MS >= scope.remainingMs()) throw cause;
    const written = await readBack(find, () => sleep(READ_BACK_DELAY_MS, scope.signal));
    if (written === undefined) throw cause;
    return { created: written };
  }
}

/** A read-back that fails proves as little as one that finds nothing. */
async function readBack<T>(find: () => Promise<T | undefined>, wait: () => Promise<void>): Promise<T | undefined> {
  try {
    await wait();
    return await find();
  } catch {
    return undefined;
  }
}
