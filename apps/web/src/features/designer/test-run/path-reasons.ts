import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { idsWithin } from '@throughline/core/flow/walk';
import type { TestRun, TestStepRun } from '#server/designer/read-test-run.ts';

/** What of a test run tells which path it took. */
export type PathOfRun = Pick<TestRun, 'state' | 'errorCode' | 'errorMessage'> & {
  readonly steps: readonly Pick<TestStepRun, 'stepId' | 'path' | 'state' | 'errorCode' | 'taken' | 'items'>[];
};

/** Why each step that the ended test run did not come to was not on its path, by step id. */
export function pathReasons({ body }: Pick<FlowDocument, 'body'>, run: PathOfRun): ReadonlyMap<string, string> {
  const runs = Map.groupBy(run.steps, ({ stepId }) => stepId);
  const stopped = stoppedAt(body, run);
  const reasons = new Map<string, string>();
  const visit = (steps: readonly Step[], whyNot: string | undefined): void => {
    let behind = whyNot;
    for (const step of steps) {
      const own = runs.get(step.id);
      if (own === undefined) {
        for (const id of idsWithin(step)) reasons.set(id, behind ?? stopped);
        continue;
      }
      for (const [slot, inner] of Object.entries(step.bodies ?? {})) visit(inner, whySlotNot(step, slot, own));
      if (kindOf(step).control.ends === true) behind ??= `The test ended at “${step.name}”.`;
    }
  };
  visit(body, undefined);
  return reasons;
}

/** Why the steps of a slot cannot have run; undefined if they could. */
function whySlotNot(step: Step, slot: string, runs: PathOfRun['steps']): string | undefined {
  const is = (...states: readonly TestStepRun['state'][]) => runs.every(({ state }) => states.includes(state));
  if (is('disabled')) return `“${step.name}” is disabled.`;
  if (is('pinned')) return `“${step.name}” gave its pinned output.`;
  if (is('skipped')) return `The test began behind “${step.name}”.`;
  if (slot === onErrorSlot) {
    return runs.some(({ state }) => state === 'failed') ? undefined : `“${step.name}” did not fail.`;
  }
  switch (kindOf(step).control.runs) {
    case 'one-body':
      return whyNotTaken(step, slot, runs);
    case 'body-per-item':
      return runs.every(({ items }) => items === 0) ? `The list of “${step.name}” is empty.` : undefined;
    case 'all-bodies':
    case 'no-body':
      return undefined;
  }
}

function whyNotTaken(step: Step, slot: string, runs: PathOfRun['steps']): string | undefined {
  const taken = [...new Set(runs.flatMap(({ taken: each }) => each ?? []))];
  if (taken.length === 0 || taken.includes(slot)) return undefined;
  const titles = kindOf(step).slots(step.config);
  const named = taken.map((each) => `“${titles.find((known) => known.slot === each)?.title ?? each}”`);
  return `“${step.name}” took ${named.join(' and ')}.`;
}

/** Where the run came to its end, for the steps behind that place. */
function stoppedAt(body: readonly Step[], { state, steps, errorCode }: PathOfRun): string {
  if (state === 'cancelled') return 'The test was cancelled before this step.';
  if (state === 'succeeded') return 'The test did not come here.';
  const failed = failedStep({ steps, errorCode });
  const name = failed === undefined ? undefined : nameOf(body, failed);
  return name === undefined ? 'The test stopped before this step.' : `The test stopped at “${name}”.`;
}

/** The step whose failure ended the run: the innermost of those that failed with the run's code. */
export function failedStep({ steps, errorCode }: Pick<PathOfRun, 'steps' | 'errorCode'>): string | undefined {
  const failed = steps.filter((step) => step.state === 'failed' && step.errorCode === errorCode);
  return (
    failed.toSorted((one, other) => depthOf(one.path) - depthOf(other.path)).at(-1)?.stepId ?? failed.at(-1)?.stepId
  );
}

const depthOf = (path: string): number => path.split('.').length;

const nameOf = (body: readonly Step[], id: string): string | undefined => {
  for (const step of body) {
    if (step.id === id) return step.name;
    for (const inner of Object.values(step.bodies ?? {})) {
      const found = nameOf(inner, id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};
