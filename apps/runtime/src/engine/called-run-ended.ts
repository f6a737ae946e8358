import { setTimeout as delay } from 'node:timers/promises';
import { withOrganisation } from '@throughline/core/db';
import type { Services } from '../run/run-context.ts';
import { holdRunOpen } from '../store/hold-run-open.ts';

/** How soon a caller notices that somebody cancelled the run that it waits for. */
const lookEveryMs = 2000;

/**
 * Resolves when a called run has ended, or somebody has cancelled it. A workflow that sleeps in this process does not
 * notice its own cancellation before it wakes, so its caller must not depend on that. Nothing of this is journaled.
 */
export async function calledRunEnded(
  { db, activity }: Services,
  { organisationId, runId }: { readonly organisationId: string; readonly runId: string },
  workflow: Promise<unknown>,
): Promise<void> {
  const ended = new AbortController();
  const settled = workflow.then(
    () => ended.abort(),
    () => ended.abort(),
  );
  const isOpen = () => withOrganisation(db, organisationId, (tx) => holdRunOpen(tx, runId)).catch(() => true);
  const closed = async (): Promise<void> => {
    do await delay(lookEveryMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    while (!ended.signal.aborted && !activity.isDraining && (await isOpen()));
    if (activity.isDraining) await settled;
  };
  await Promise.race([settled, closed()]);
  ended.abort();
}
