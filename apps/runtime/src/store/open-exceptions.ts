import { eq } from 'drizzle-orm';
import { v5 } from 'uuid';
import type { OrganisationTx } from '@throughline/core/db';
import { jsonValue } from '@throughline/core/db/json-value';
import { exception, run } from '@throughline/core/db/schema/index';
import type { ReplayTarget } from '@throughline/core/db/words/replay-target';
import type { FailureFacts } from '../failures/step-failure.ts';
import { escapeUnstorable } from './escape-unstorable.ts';

export interface ExceptionInput {
  readonly stepId: string;
  /** Path of the step, or of the item when one item of a list stopped and the run went on. */
  readonly path: string;
  readonly failure: FailureFacts;
  readonly payload: unknown;
  /** What a replay repeats. */
  readonly target: ReplayTarget;
}

/** Namespace of exception ids, so that a step of a run has one exception however often it is recorded. */
const namespace = '5b0f6c1e-8c1f-4f0e-9a54-9f4f7a6f5d10';

/** So many go into one statement, which may have only so many parameters. */
const batchSize = 500;

/**
 * Hands records to a person, even those that cannot be stored as they are: the text in question is spelled out.
 * Repeating it for the same run and path changes nothing.
 */
export async function openExceptions(
  tx: OrganisationTx,
  of: typeof run.$inferSelect,
  inputs: readonly ExceptionInput[],
  ownerUserId: string | null = null,
): Promise<void> {
  for (let at = 0; at < inputs.length; at += batchSize) {
    const rows = inputs.slice(at, at + batchSize).map((input) => rowOf(of, input, ownerUserId));
    await tx.insert(exception).values(rows).onConflictDoNothing();
  }
}

const rowOf = (
  of: typeof run.$inferSelect,
  { stepId, path, failure, payload, target }: ExceptionInput,
  ownerUserId: string | null,
): typeof exception.$inferInsert => ({
  id: v5(`${of.id}/${path}/${failure.code}`, namespace),
  environmentId: of.environmentId,
  definitionId: of.definitionId,
  runId: of.id,
  stepId,
  path,
  code: failure.code,
  message: escapeUnstorable(failure.message),
  details: escapeUnstorable([...failure.details]),
  businessKey: of.businessKey,
  businessLabel: of.businessLabel,
  payload: jsonValue(escapeUnstorable(payload)),
  target: escapeUnstorable(target),
  ownerUserId,
});

/** The same, for a part of a run that knows only its id. What a replay leaves behind keeps its owner. */
export async function openExceptionOfRun(tx: OrganisationTx, runId: string, input: ExceptionInput): Promise<void> {
  const [of] = await tx
    .select({ run, ownerUserId: exception.ownerUserId })
    .from(run)
    .leftJoin(exception, eq(exception.id, run.exceptionId))
    .where(eq(run.id, runId));
  if (of !== undefined) await openExceptions(tx, of.run, [input], of.ownerUserId);
}
