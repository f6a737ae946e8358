import type { RunTarget } from '@throughline/core/db/words/replay-target';
import { startAt, type StartAt } from '@throughline/core/flow/start-at';
import { isLoopBody, type Step } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';

/** What a test run does not execute, because a person gave the outputs or wants to begin later. */
export interface TestStart extends StartAt {
  /** Outputs by step id. Such a step gives this instead of being executed. */
  readonly given: Readonly<Record<string, unknown>>;
}

const everything: TestStart = { passedBy: new Set(), leads: new Map(), given: {} };

/** What a run with this target does not execute; nothing unless it is a test that says so. */
export function testStart(body: readonly Step[], target: RunTarget | null): TestStart {
  if (target?.kind !== 'test') return everything;
  const start = target.from === null ? undefined : startAt(body, target.from);
  return { ...everything, ...start, given: target.given };
}

/** What expressions see from the start: the given outputs of the steps that are passed by. */
export const knownFromStart = ({ given, passedBy }: TestStart): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([id]) => passedBy.has(id)));

/** A step and what is drawn inside it, without the bodies that run once per item. */
export const shownWith = (step: Step): Step[] =>
  [...walkSteps([step])]
    .filter(({ ancestors }) => !ancestors.some((around) => isLoopBody(around.step, around.slot)))
    .map((visited) => visited.step);
