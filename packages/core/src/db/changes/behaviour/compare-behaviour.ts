import { Worker } from 'node:worker_threads';
import type { BehaviourReport } from '../../../mapping/behaviour/behaviour-report.ts';
import { BehaviourTally } from '../../../mapping/behaviour/behaviour-tally.ts';
import { LimitedThread, type StartWorker } from '../../../flow/saved-tests/limited-thread.ts';
import type { BehaviourMessage } from './behaviour.worker.ts';
import type { VersionComparison } from './compare-versions.ts';
import type { ComparedMapping, ComparedMappings } from './load-compared-mappings.ts';
import type { BehaviourSample } from './sample.ts';

/** A mapping with the inputs on which its versions are compared. */
export interface SampledMapping extends ComparedMapping {
  readonly samples: readonly BehaviourSample[];
  /** Saved tests that are too many, or too large, to be run. */
  readonly leftOut: number;
  /** Records of recent runs that are too large, alone or together. */
  readonly recordsLeftOut: number;
}

export interface BehaviourComparison extends Omit<ComparedMappings, 'mappings' | 'documents'> {
  readonly organisationId: string;
  readonly mappings: readonly SampledMapping[];
}

/** How a mapping behaves differently after a change. */
export interface MappingBehaviour {
  readonly definitionId: string;
  readonly key: string;
  readonly name: string;
  readonly content: string;
  /** Keys of the value maps of the change that it uses. */
  readonly valueMaps: readonly string[];
  readonly leftOut: number;
  readonly recordsLeftOut: number;
  readonly report: BehaviourReport;
}

/** Limits for the comparison of one change, over all of its mappings. */
export interface BehaviourLimits {
  readonly stepsPerEvaluation: number;
  readonly steps: number;
  readonly megabytes: number;
  readonly deadlineMs: number;
}

const behaviourLimits: BehaviourLimits = {
  stepsPerEvaluation: 1_000_000,
  steps: 60_000_000,
  megabytes: 256,
  deadlineMs: 120_000,
};

export interface ComparisonOptions extends Partial<BehaviourLimits> {
  readonly signal?: AbortSignal | undefined;
  /** Called when something was not compared for lack of time or memory, which may be otherwise the next time. */
  readonly onStopped?: () => void;
}

/**
 * Runs both versions of every mapping on its inputs, in a limited thread. A mapping that does not end, or needs too much
 * memory, is reported as not compared. Equal inputs give an equal result, because the clock stands and work is counted.
 * @throws TestsBusyError when other work of the organisation keeps it waiting too long; the signal's reason
 */
export async function compareBehaviour(
  comparison: BehaviourComparison,
  { signal, onStopped, ...given }: ComparisonOptions = {},
): Promise<MappingBehaviour[]> {
  const { organisationId: owner, mappings, change, tablesBefore, tablesAfter } = comparison;
  if (mappings.length === 0) return [];
  const limits = { ...behaviourLimits, ...given };
  const thread = new LimitedThread<VersionComparison, BehaviourMessage>(startWorker, { ...limits, signal, owner });
  let stepsLeft = limits.steps;
  const found: MappingBehaviour[] = [];
  try {
    if (mappings.some(({ samples }) => samples.length > 0)) await thread.takeTurn();
    for (const { before, after, samples, ...named } of mappings) {
      const { definitionId, key, name, content, valueMaps, leftOut, recordsLeftOut } = named;
      const answer = await compareInThread(thread, {
        before: { text: before.text, valueMaps: tablesBefore },
        after: { text: after.text, valueMaps: tablesAfter },
        samples,
        nowMs: change.createdAt.getTime(),
        stepsPerEvaluation: limits.stepsPerEvaluation,
        stepsLeft,
      });
      if (answer.isStopped === true) onStopped?.();
      stepsLeft = answer.stepsLeft;
      found.push({
        definitionId,
        key,
        name,
        content,
        valueMaps,
        leftOut,
        recordsLeftOut,
        report: answer.report,
      });
    }
  } finally {
    await thread.end();
  }
  return found;
}

const startWorker: StartWorker = (megabytes) =>
  new Worker(new URL('./behaviour.worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });

async function compareInThread(
  thread: LimitedThread<VersionComparison, BehaviourMessage>,
  asked: VersionComparison,
): Promise<{ readonly report: BehaviourReport; readonly stepsLeft: number; readonly isStopped?: boolean }> {
  const { samples, stepsLeft } = asked;
  if (samples.length === 0) return { report: new BehaviourTally().report(), stepsLeft };
  const notCompared = (why: string, at = 0) => {
    const tally = new BehaviourTally();
    const sample = samples[at];
    const isTest = sample?.origin === 'test';
    tally.notCompared({ sample: isTest ? sample.name : '', origin: isTest ? 'test' : 'record' }, why, samples.length);
    return { report: tally.report(), stepsLeft, isStopped: true };
  };
  if (thread.isOutOfTime) return notCompared('The mappings of this change together take too long.');
  let at = 0;
  const answer = await thread.ask(asked, (message) => {
    if (!('started' in message)) return message;
    at = message.started;
    return undefined;
  });
  return 'stopped' in answer
    ? notCompared(`A version of the mapping was stopped on this input, because it ${answer.stopped}.`, at)
    : answer.reply;
}
