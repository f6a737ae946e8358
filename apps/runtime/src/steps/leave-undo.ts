import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import type { FailureDetail } from '../failures/step-failure.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { RunContext } from '../run/run-context.ts';
import { stoppedRun } from '../run/stopped-run.ts';
import { holdRunOpen } from '../store/hold-run-open.ts';
import { listNotUndone } from '../store/list-not-undone.ts';
import { loadRun } from '../store/load-run.ts';
import { openExceptionOfRun, type ExceptionInput } from '../store/open-exceptions.ts';

/**
 * Hands over to a person what a run had not taken back when it was cancelled: one exception names what could not be taken back and
 * what nobody has tried to. A caller that is still open takes over from its called run, and the replay of an undo leaves
 * the exception that it answers.
 */
export async function leaveUndo(
  context: RunContext,
  entries: readonly UndoEntry[],
  failed: readonly ExceptionInput[],
): Promise<void> {
  if (context.target?.kind === 'undo') return;
  const { runId, environmentId } = context;
  await inOrganisation(context, async (tx) => {
    const { run } = await loadRun(tx, runId);
    if (run.state !== 'cancelled') return;
    if (run.parentRunId !== null && (await holdRunOpen(tx, run.parentRunId))) return;
    const left = await listNotUndone(tx, environmentId, entries);
    const details = [...failed.map(({ failure: { code, message } }) => ({ code, message })), ...left.map(detailOf)];
    if (details.length === 0) return;
    const failure = {
      stepId: 'flow',
      path: entries[0]?.item?.prefix.replace(/\.$/, '') ?? 'flow',
      code: 'UNDO_CANCELLED',
      message: `The run was cancelled while what it had written was being taken back, and ${countOf(details)} left. Take it back in the system and resolve this exception by hand, or replay it to have the work completed.`,
      class: 'business',
      details,
    };
    await openExceptionOfRun(tx, runId, stoppedRun(run.target, failure, run.trigger));
  });
}

const countOf = ({ length }: readonly unknown[]): string => (length === 1 ? 'one record is' : `${length} records are`);

const detailOf = ({ object, externalId, stepId }: UndoEntry): FailureDetail => ({
  code: 'EFFECT_STANDS',
  message: `${object} ${externalId} was written by step ${stepId} and was not taken back.`,
});
