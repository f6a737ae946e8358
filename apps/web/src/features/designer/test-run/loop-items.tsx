import type { FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';
import type { TestStepRun } from '#server/designer/read-test-run.ts';
import { formatDuration } from '#ui/format-time.ts';
import { ToneIcon } from '#ui/pill.tsx';
import { stateIcons, stateTones, stateWords } from '../step-state.ts';
import { itemsOf } from './items-of.ts';

interface LoopItemsProps {
  readonly flow: FlowDocument;
  readonly step: Step;
  /** Of the loop in the run. */
  readonly path: string;
  readonly runs: readonly TestStepRun[];
  /** How many items the list had; null while that is unknown. */
  readonly items: number | null;
}

const mostShown = 50;

/** How each item of a loop went. */
export const LoopItems = ({ flow, path, runs, items }: LoopItemsProps) => {
  const shown = itemsOf(path, runs, flow.body);
  if (shown.length === 0) return null;
  const count = Math.max(items ?? 0, shown.length);
  return (
    <section>
      <h2 className="mb-1 text-small font-medium">Items ({count})</h2>
      <ul className="max-h-48 overflow-auto rounded-md border border-line">
        {shown.slice(0, mostShown).map(({ index, state, durationMs, stoppedAt }) => (
          <li key={index} className="flex items-center gap-2 border-b border-line px-2 py-1 last:border-b-0">
            <ToneIcon
              tone={stateTones[state]}
              icon={stateIcons[state]}
              label={stateWords[state]}
              className="size-3.5"
            />
            <span className="tabular-nums">{index + 1}</span>
            {stoppedAt !== undefined && <span className="min-w-0 truncate text-failed">failed at “{stoppedAt}”</span>}
            <span className="ml-auto text-small text-muted">{formatDuration(durationMs)}</span>
          </li>
        ))}
      </ul>
      {count > mostShown && <p className="mt-1 text-small text-muted">The first {mostShown} are listed.</p>}
    </section>
  );
};
