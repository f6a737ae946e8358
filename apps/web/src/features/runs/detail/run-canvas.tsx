'use client';
import { useMemo } from 'react';
import { ListTree, Workflow } from 'lucide-react';
import { Segmented } from '#ui/segmented.tsx';
import { DesignerDataContext } from '../../designer/designer-data.ts';
import { FlowCanvas } from '../../designer/flow-canvas.tsx';
import { stepStatesOf } from '../../designer/step-state.ts';
import { useNames } from '../../designer/use-names.ts';
import type { RunDetail } from './run-detail.ts';
import { RunOutline } from './run-outline.tsx';

interface RunCanvasProps {
  readonly run: RunDetail;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string | undefined) => void;
  readonly view: string;
  readonly onView: (view: string) => void;
}

/** The flow as a drawing with the state of each step, or the same as a list. */
export const RunCanvas = ({ run, selected, onSelect, view, onView }: RunCanvasProps) => {
  const states = useMemo(() => stepStatesOf(run.steps), [run.steps]);
  const { flow } = run;
  const names = useNames();
  const select = (id: string) => onSelect(id === triggerId ? undefined : id);
  return (
    <div className="relative h-full min-h-80">
      <div className="absolute top-2 right-2 z-10">
        <Segmented label="Show the flow as" value={view} onChange={onView} segments={views} />
      </div>
      {view === 'list' || flow === undefined ? (
        <RunOutline run={run} selected={selected} onSelect={select} />
      ) : (
        <div className="absolute inset-0">
          <DesignerDataContext value={names}>
            <FlowCanvas
              flow={flow}
              stepStates={states}
              selectedId={selected ?? null}
              onSelect={select}
              label="The flow with what happened in it"
            />
          </DesignerDataContext>
        </div>
      )}
    </div>
  );
};

/** The canvas uses this name for the trigger. */
const triggerId = '@trigger';

const views = [
  { value: 'drawing', label: 'Drawing', icon: <Workflow aria-hidden /> },
  { value: 'list', label: 'List', icon: <ListTree aria-hidden /> },
];
