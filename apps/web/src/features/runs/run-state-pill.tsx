import type { StepRunState } from '@throughline/core/db/schema/run';
import type { RunState } from '@throughline/core/db/words/run-words';
import { Pill, ToneIcon, type Tone } from '#ui/pill.tsx';

export const RunStatePill = ({ state }: { readonly state: RunState }) => (
  <Pill tone={runTones[state]}>{runWords[state]}</Pill>
);

export const RunStateIcon = ({ state }: { readonly state: RunState }) => (
  <ToneIcon tone={runTones[state]} label={runWords[state]} />
);

export const StepStatePill = ({ state }: { readonly state: StepRunState }) => (
  <Pill tone={stepTones[state]}>{stepWords[state]}</Pill>
);

export const StepStateIcon = ({ state }: { readonly state: StepRunState }) => (
  <ToneIcon tone={stepTones[state]} label={stepWords[state]} />
);

export const runWords: Record<RunState, string> = {
  queued: 'Queued',
  running: 'Running',
  waiting: 'Waiting',
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

const runTones: Record<RunState, Tone> = {
  queued: 'waiting',
  running: 'running',
  waiting: 'waiting',
  succeeded: 'live',
  failed: 'failed',
  cancelled: 'skipped',
};

export const stepWords: Record<StepRunState, string> = {
  running: 'Running',
  retrying: 'Retrying',
  waiting: 'Waiting',
  succeeded: 'Succeeded',
  pinned: 'Pinned',
  failed: 'Failed',
  skipped: 'Skipped',
  disabled: 'Disabled',
};

const stepTones: Record<StepRunState, Tone> = {
  running: 'running',
  retrying: 'review',
  waiting: 'waiting',
  succeeded: 'live',
  pinned: 'draft',
  failed: 'failed',
  skipped: 'skipped',
  disabled: 'skipped',
};
