import type { OrganisationTx } from '@throughline/core/db';
import { RunEnded } from '../failures/run-ended.ts';
import { noteWaitBegan, noteWaitEnded } from '../store/run-wait.ts';
import { beginWaiting, endWaiting, type WaitingInput } from '../store/waiting-step.ts';
import { inOrganisation } from './in-organisation.ts';
import { journaledNow } from './journaled-now.ts';
import type { RunContext } from './run-context.ts';

/** Says which step waits, and for what. */
type Waiting = Pick<WaitingInput, 'path' | 'kind' | 'event'>;

/**
 * Waits on purpose (for a time, an event or a person). The wait is shown on the run, and does not count against its
 * timeout.
 */
export async function waitOnPurpose<Result>(
  context: RunContext,
  waiting: Waiting,
  wait: () => Promise<Result>,
): Promise<Result> {
  await context.stepLog.show(waiting.path, 'waiting');
  const { runId, isCalled } = context;
  const { path } = waiting;
  const from = await journaledNow(context.services);
  await inOrganisation(context, async (tx) => {
    await noteWaiting(tx, context, waiting);
    if (isCalled) await noteWaitBegan(tx, { runId, path, at: new Date(from) });
  });
  const result = await (context.slot === undefined ? wait() : context.slot.lendDuring(wait));
  const until = await journaledNow(context.services);
  context.deadlineMs += until - from;
  await inOrganisation(context, async (tx) => {
    await endWaiting(tx, runId, path);
    if (isCalled) await noteWaitEnded(tx, { runId, path, at: new Date(until) });
  });
  return result;
}

/**
 * Notes in a transaction that a step waits in this workflow, so that whoever answers it finds it. Repeating it is safe.
 * @throws RunEnded when the run was cancelled meanwhile
 */
export async function noteWaiting(tx: OrganisationTx, context: RunContext, waiting: Waiting): Promise<void> {
  const { runId, environmentId, workflowId } = context;
  if (!(await beginWaiting(tx, { runId, environmentId, workflowId, ...waiting }))) throw new RunEnded('cancelled');
}
