import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { replayException, type ReplayExceptionInput } from '@throughline/core/db/runs/replay-exception';
import { RunError } from '@throughline/core/db/runs/run-error';
import { exception } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

export interface ReplayExceptionsInput {
  readonly environmentId: string;
  readonly exceptionIds: readonly string[];
  /** For a single exception: its payload as the operator left it. */
  readonly payload?: { readonly data: unknown } | undefined;
  readonly reason: string;
  readonly startedBy: string;
}

/** An exception that was not replayed, and why. */
interface RefusedReplay {
  readonly exceptionId: string;
  readonly code: string;
  readonly message: string;
}

interface Replays {
  /** The started runs, in the order of the exceptions. */
  readonly runIds: readonly string[];
  readonly refused: readonly RefusedReplay[];
}

/**
 * Runs the records of open exceptions again. Each is answered for itself: one that cannot be replayed keeps no other from
 * it.
 * @throws Refusal `EXCEPTION_NOT_FOUND`, and what the first is refused for when none can be replayed
 */
export const replayExceptions = async (tx: OrganisationTx, input: ReplayExceptionsInput): Promise<Replays> => {
  const { environmentId, exceptionIds, payload, reason, startedBy } = input;
  const known = await tx.$count(
    exception,
    and(eq(exception.environmentId, environmentId), inArray(exception.id, [...exceptionIds])),
  );
  if (known !== new Set(exceptionIds).size) {
    throw new Refusal('not-found', 'EXCEPTION_NOT_FOUND', 'One of these exceptions is not in this environment.');
  }
  const runIds: string[] = [];
  const refusals: { readonly exceptionId: string; readonly error: RunError }[] = [];
  for (const exceptionId of exceptionIds) {
    const replayed = await replayOne(tx, { exceptionId, startedBy, payload });
    if (replayed instanceof Error) {
      refusals.push({ exceptionId, error: replayed });
      continue;
    }
    const { runId } = replayed;
    if (runId !== null) runIds.push(runId);
    await writeAudit(tx, {
      actor: startedBy,
      action: 'exception.replayed',
      subjectType: 'exception',
      subjectId: exceptionId,
      environmentId,
      details: { runId, reason, isPayloadEdited: payload !== undefined },
    });
  }
  const [first] = refusals;
  if (first !== undefined && refusals.length === exceptionIds.length) throw first.error;
  const refused = refusals.map(({ exceptionId, error: { code, message } }) => ({ exceptionId, code, message }));
  return { runIds, refused };
};

/** What a refused replay had begun is taken back, without what was done before it. */
const replayOne = async (
  tx: OrganisationTx,
  input: ReplayExceptionInput,
): Promise<{ readonly runId: string | null } | RunError> => {
  try {
    return await tx.transaction(async (part) => ({ runId: await replayException(part as OrganisationTx, input) }));
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
};
