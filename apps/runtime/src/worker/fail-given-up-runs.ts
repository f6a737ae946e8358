import { DBOS } from '@dbos-inc/dbos-sdk';
import { acrossOrganisations, withOrganisation, type Database } from '@throughline/core/db';
import { stoppedRun } from '../run/stopped-run.ts';
import { runGivenUpCode } from '../failures/called-run-lost.ts';
import { namedEffects } from '../failures/named-effects.ts';
import type { FailureDetail, FailureFacts } from '../failures/step-failure.ts';
import { listGivenUpRuns } from '../store/engine-tables.ts';
import { findUnfinishedRuns } from '../store/find-unfinished-runs.ts';
import { finishRun } from '../store/finish-run.ts';
import { stopSteps } from '../store/stop-steps.ts';
import { leftStanding, type LeftStanding } from './left-standing.ts';

const nothingLeft: LeftStanding = { takenBackBy: [], others: [] };

const givenUp = (next: string): FailureFacts => ({
  code: runGivenUpCode,
  message: `Worker after worker ended while it executed this run, so it is not tried any more. ${next}`,
  class: 'internal',
  details: [],
  stepId: 'flow',
  path: 'flow',
});

/** Says what stands, so that nobody has to look for it. */
const failureOfRun = ({ takenBackBy, others }: LeftStanding): FailureFacts => ({
  ...givenUp(
    `${wordsFor(takenBackBy.length, others)} Look for the cause in the log of the workers, and replay the run when it is mended.`,
  ),
  details: others,
});

const wordsFor = (undos: number, others: readonly FailureDetail[]): string =>
  [
    undos + others.length === 0 ? 'It had written nothing.' : 'Nothing that it had written was taken back.',
    ...namedEffects(others),
    ...(undos === 0
      ? []
      : [`${undos === 1 ? 'One record has' : `${undos} records have`} an exception that takes it back.`]),
  ].join(' ');

const failureOfCalledRun = givenUp(
  'What it wrote is left to the run that called it. Look for the cause in the log of the workers, and replay that run when it is mended.',
);

/**
 * Ends the runs that the engine has given up, with exceptions for a person: nothing else would ever continue them, or take
 * back what they wrote.
 * Returns their ids.
 */
export async function failGivenUpRuns(db: Database, now: Date): Promise<string[]> {
  const runIds = await listGivenUpRuns(db);
  if (runIds.length === 0) return [];
  const open = await acrossOrganisations(db, (tx) => findUnfinishedRuns(tx, runIds));
  for (const { id, organisationId, mode, source, target, trigger } of open) {
    const isQuiet = mode === 'test' || source === 'call';
    await withOrganisation(db, organisationId, async (tx) => {
      // Its caller reports a called run, and takes over what it wrote.
      const left = isQuiet ? nothingLeft : await leftStanding(tx, id);
      const failure = source === 'call' ? failureOfCalledRun : failureOfRun(left);
      await finishRun(tx, {
        runId: id,
        state: 'failed',
        output: null,
        error: failure,
        stopped: isQuiet ? undefined : stoppedRun(target, failure, trigger),
        undone: left.takenBackBy,
        finishedAt: now,
      });
      await stopSteps(tx, id, { how: 'given-up', at: now });
    });
    await DBOS.cancelWorkflow(id, { cancelChildren: true });
  }
  return open.map(({ id }) => id);
}
