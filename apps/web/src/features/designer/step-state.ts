import type { StepRunState } from '@throughline/core/db/schema/run';
import { CircleMinus, type LucideIcon } from 'lucide-react';
import type { Tone } from '#ui/pill.tsx';
import type { ProblemCounts } from './placed-problem.ts';

/** The state of one step in a run. For a step in a loop, it summarises its items. */
export interface StepState {
  readonly state: StepRunState;
  readonly durationMs?: number | null | undefined;
  /** More than 1 after a retry. */
  readonly attempts?: number | undefined;
  /** How often it ran, because of the items of the loop around it. */
  readonly count?: number | undefined;
  readonly errorMessage?: string | null | undefined;
  /** Why the step was not on the path, or why it was not executed. */
  readonly reason?: string | undefined;
}

/** Keyed by step id. */
export type StepStates = Readonly<Record<string, StepState>>;

export const stateTones: Record<StepRunState, Tone> = {
  running: 'running',
  retrying: 'review',
  waiting: 'waiting',
  succeeded: 'live',
  pinned: 'draft',
  failed: 'failed',
  skipped: 'skipped',
  disabled: 'skipped',
};

/** A step that was not on the path is no step that somebody switched off, which has the icon of their tone. */
export const stateIcons: Partial<Record<StepRunState, LucideIcon>> = { skipped: CircleMinus };

export const stateWords: Record<StepRunState, string> = {
  running: 'running',
  retrying: 'retrying',
  waiting: 'waiting',
  succeeded: 'ok',
  pinned: 'pinned',
  failed: 'failed',
  skipped: 'skipped',
  disabled: 'disabled',
};

/** The one sign that a step has room for: an error must be mended whatever the last test did, a warning can wait. */
export function signOf(problems: ProblemCounts | undefined, state: StepState | undefined) {
  if ((problems?.errors ?? 0) > 0) return 'errors';
  if (state !== undefined) return 'state';
  return (problems?.warnings ?? 0) > 0 ? 'warnings' : undefined;
}

interface StepRunLike {
  readonly stepId: string;
  readonly state: StepRunState;
  readonly attempts: number;
  readonly durationMs: number | null;
  readonly errorMessage?: string | null;
}

/** Worst state first. A step that ran many times shows its worst one. */
const order: readonly StepRunState[] = [
  'failed',
  'retrying',
  'running',
  'waiting',
  'succeeded',
  'pinned',
  'skipped',
  'disabled',
];

/** Of two states of a step, the one that is shown for both. */
export const worstState = (one: StepRunState, other: StepRunState): StepRunState =>
  order.indexOf(one) < order.indexOf(other) ? one : other;

/** One state per step, computed from the step runs of a run. */
export function stepStatesOf(stepRuns: readonly StepRunLike[]): StepStates {
  const states: Record<string, StepState> = {};
  for (const { stepId, state, attempts, durationMs, errorMessage } of stepRuns) {
    const before = states[stepId];
    const isWorse = before === undefined || worstState(state, before.state) !== before.state;
    states[stepId] = {
      state: isWorse ? state : before.state,
      durationMs: before === undefined ? durationMs : (before.durationMs ?? 0) + (durationMs ?? 0),
      attempts: Math.max(attempts, before?.attempts ?? 1),
      count: (before?.count ?? 0) + 1,
      errorMessage: isWorse ? errorMessage : before.errorMessage,
    };
  }
  return states;
}
