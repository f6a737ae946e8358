import { Tabs } from '#ui/tabs.tsx';
import { RunDeliveries } from './run-deliveries.tsx';
import { RunData } from './run-data.tsx';
import { RunOutcome } from './run-outcome.tsx';
import type { RunDetail } from './run-detail.ts';
import { StepDetail } from './step-detail.tsx';
import { RunTimeline } from './run-timeline.tsx';

interface RunSideProps {
  readonly run: RunDetail;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string | undefined) => void;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

/** Next to the flow, shows the selected step or else the whole run. */
export const RunSide = ({ run, selected, onSelect, tab, onTab }: RunSideProps) => (
  <aside
    aria-label="Details"
    className="flex min-h-0 flex-col border-l border-line bg-raised max-lg:border-t max-lg:border-l-0 lg:w-md xl:w-lg"
  >
    {selected === undefined ? (
      <Tabs
        label="About this run"
        value={tab}
        onChange={onTab}
        className="min-h-0 flex-1 px-3 pt-1"
        panelClassName="overflow-auto py-3"
        tabs={[
          { value: 'timeline', label: 'Timeline', content: <RunTimeline run={run} onSelect={onSelect} /> },
          {
            value: 'deliveries',
            label: 'Deliveries',
            count: run.deliveries.length,
            content: <RunDeliveries run={run} />,
          },
          {
            value: 'outcome',
            label: 'Outcome',
            count: run.links.length + run.events.length + run.notifications.length,
            content: <RunOutcome run={run} />,
          },
          { value: 'data', label: 'Event', content: <RunData run={run} /> },
        ]}
      />
    ) : (
      <StepDetail run={run} stepId={selected} onClose={() => onSelect(undefined)} />
    )}
  </aside>
);
