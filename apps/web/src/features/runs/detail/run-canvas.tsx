import type { RunDetail } from './run-detail.ts';
import { RunOutline } from './run-outline.tsx';

interface RunCanvasProps {
  readonly run: RunDetail;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string | undefined) => void;
}

/** The flow as it was drawn, with what happened in each step. */
export const RunCanvas = ({ run, selected, onSelect }: RunCanvasProps) => (
  <RunOutline run={run} selected={selected} onSelect={onSelect} />
);
