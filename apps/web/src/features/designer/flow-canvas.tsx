'use client';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { Canvas } from './canvas/canvas.tsx';
import { StepMarksContext, type StepMarks } from './canvas/step-marks.ts';
import { layoutFlow } from './layout/layout-flow.ts';
import type { ProblemCounts } from './placed-problem.ts';
import type { StepStates } from './step-state.ts';

interface FlowCanvasProps {
  readonly flow: FlowDocument;
  /** The state of each step in the run, by step id; see `stepStatesOf`. */
  readonly stepStates?: StepStates;
  /** A step id, or `@trigger`. */
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string) => void;
  /** Steps to mark, for example those that a change affects, counted as warnings. */
  readonly marked?: readonly string[];
  /** What a comparison says about each step. */
  readonly marks?: StepMarks;
  readonly label?: string;
  /** Parts that belong to the drawing and draw nothing themselves, such as what pairs it with another one. */
  readonly children?: ReactNode;
}

const noStates: StepStates = {};
const noMarks: StepMarks = {};

/** A read-only drawing of a flow, for the page of a run and for reviews. Fills its container. */
export const FlowCanvas = (props: FlowCanvasProps) => {
  const {
    flow,
    stepStates = noStates,
    selectedId,
    onSelect,
    marked,
    marks = noMarks,
    label = 'Flow',
    children,
  } = props;
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const layout = useMemo(() => layoutFlow(flow, collapsed), [flow, collapsed]);
  const problems = useMemo(
    () => new Map<string, ProblemCounts>((marked ?? []).map((id) => [id, { errors: 0, warnings: 1 }])),
    [marked],
  );
  const onToggle = useCallback((id: string) => setCollapsed((current) => toggled(current, id)), []);
  return (
    <StepMarksContext value={marks}>
      <Canvas
        flow={flow}
        layout={layout}
        label={label}
        states={stepStates}
        selectedId={selectedId}
        problems={problems}
        onSelect={onSelect}
        onToggle={onToggle}
      >
        {children}
      </Canvas>
    </StepMarksContext>
  );
};

function toggled(current: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(current);
  if (!next.delete(id)) next.add(id);
  return next;
}
