import type { Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import type { TestStepRun } from '#server/designer/read-test-run.ts';
import { worstState } from '../step-state.ts';

export interface ItemRun {
  readonly index: number;
  readonly state: TestStepRun['state'];
  /** Of the steps of the item together, in milliseconds. */
  readonly durationMs: number;
  /** The name of the step that failed for it. */
  readonly stoppedAt?: string;
}

type StepRunOfItem = Pick<TestStepRun, 'path' | 'stepId' | 'state' | 'durationMs'>;

/** How the items of a loop went, from the runs of the steps directly in its body. */
export function itemsOf(loopPath: string, runs: readonly StepRunOfItem[], body: readonly Step[]): ItemRun[] {
  const items = new Map<number, StepRunOfItem[]>();
  for (const run of runs) {
    const rest = run.path.startsWith(`${loopPath}[`) ? run.path.slice(loopPath.length) : '';
    const index = /^\[(\d+)\]\.[A-Za-z0-9]+$/.exec(rest)?.[1];
    if (index !== undefined) items.set(Number(index), [...(items.get(Number(index)) ?? []), run]);
  }
  return [...items]
    .toSorted(([one], [other]) => one - other)
    .map(([index, own]) => {
      const failed = own.find(({ state }) => state === 'failed')?.stepId;
      const stoppedAt = failed === undefined ? undefined : (findStep(body, failed)?.step.name ?? failed);
      return {
        index,
        state: own.map(({ state }) => state).reduce(worstState),
        durationMs: own.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0),
        ...(stoppedAt !== undefined && { stoppedAt }),
      };
    });
}
