import { walkSteps } from '@throughline/core/flow/walk';
import { classNames } from '#ui/class-names.ts';
import { formatDuration } from '#ui/format-time.ts';
import { viewOf } from '../../designer/steps/registry.ts';
import { StepStateIcon } from '../run-state-pill.tsx';
import type { RunDetail } from './run-detail.ts';

interface RunOutlineProps {
  readonly run: RunDetail;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string) => void;
}

/** The flow as an indented list with the state of each step. */
export const RunOutline = ({ run, selected, onSelect }: RunOutlineProps) => {
  const { flow } = run;
  if (flow === undefined)
    return <p className="p-6 text-center text-muted">The document of this version cannot be shown.</p>;
  return (
    <ol aria-label="Steps of the flow" className="flex h-full flex-col overflow-auto p-3">
      {[...walkSteps(flow.body)].map(({ step, ancestors }) => {
        const Icon = viewOf(step.kind).icon;
        const ran = run.steps.find(({ stepId }) => stepId === step.id);
        return (
          <li key={step.id} style={{ paddingLeft: ancestors.length * 20 }}>
            <button
              type="button"
              aria-pressed={selected === step.id}
              onClick={() => onSelect(step.id)}
              className={classNames(
                'flex h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover',
                selected === step.id && 'bg-accent-soft',
                ran === undefined && 'text-muted',
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 truncate">{step.name}</span>
              {ran?.durationMs != null && (
                <span className="text-small text-muted">{formatDuration(ran.durationMs)}</span>
              )}
              {ran !== undefined && <StepStateIcon state={ran.state} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
};
