import { RotateCw } from 'lucide-react';
import { formatDuration } from '#ui/format-time.ts';
import { viewOf, isStepKind } from '../../designer/steps/registry.ts';
import { StepStateIcon } from '../run-state-pill.tsx';
import type { RunDetail, StepRunSummary } from './run-detail.ts';
import { stepNames } from './step-names.ts';
import { useNow } from './use-now.ts';
import { waterfall, type Bar } from './waterfall.ts';

interface RunTimelineProps {
  readonly run: RunDetail;
  readonly onSelect: (stepId: string) => void;
}

/** Steps in the order in which they started, each with its share of the time. */
export const RunTimeline = ({ run, onSelect }: RunTimelineProps) => {
  const nowMs = useNow(run.finishedAt === null);
  const names = stepNames(run.flow);
  const bars = waterfall(run.steps, nowMs);
  if (run.steps.length === 0) {
    return <p className="px-2 py-6 text-center text-muted">No step has started yet.</p>;
  }
  return (
    <ol aria-label="Steps in order" className="flex flex-col">
      {run.steps.map((step, index) => (
        <li key={step.id}>
          <TimelineRow
            step={step}
            name={names.get(step.stepId) ?? step.stepId}
            bar={bars[index] ?? { offset: 0, width: 0 }}
            onSelect={() => onSelect(step.stepId)}
          />
        </li>
      ))}
    </ol>
  );
};

interface TimelineRowProps {
  readonly step: StepRunSummary;
  readonly name: string;
  readonly bar: Bar;
  readonly onSelect: () => void;
}

const TimelineRow = ({ step, name, bar, onSelect }: TimelineRowProps) => {
  const Icon = isStepKind(step.kind) ? viewOf(step.kind).icon : undefined;
  const item = itemOf(step.path);
  return (
    <button
      type="button"
      onClick={onSelect}
      className="flex w-full flex-col gap-1 rounded-md px-2 py-1.5 text-left hover:bg-hover"
    >
      <span className="flex w-full items-center gap-2">
        <StepStateIcon state={step.state} />
        {Icon !== undefined && <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />}
        <span className="min-w-0 flex-1 truncate">
          {name}
          {item !== undefined && <span className="ml-1.5 font-mono text-small text-muted">{item}</span>}
        </span>
        {step.attempts > 1 && (
          <span className="flex items-center gap-1 text-small text-review">
            <RotateCw aria-hidden className="size-3" />
            {step.attempts} attempts
          </span>
        )}
        <span className="w-16 text-right text-small text-muted">
          {step.durationMs === null ? '' : formatDuration(step.durationMs)}
        </span>
      </span>
      <span aria-hidden className="relative ml-6 h-1 rounded-full bg-sunken">
        <span
          className={`absolute inset-y-0 min-w-0.75 rounded-full ${step.state === 'failed' ? 'bg-failed' : 'bg-accent'}`}
          style={{ left: `${bar.offset * 100}%`, width: `${bar.width * 100}%` }}
        />
      </span>
      {step.errorMessage !== null && <span className="ml-6 text-small text-failed">{step.errorMessage}</span>}
    </button>
  );
};

/** `lines[3].writeLine` is item 4 of `lines`. */
const itemOf = (path: string): string | undefined => {
  const items = [...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1);
  return items.length === 0 ? undefined : `#${items.join('.')}`;
};
