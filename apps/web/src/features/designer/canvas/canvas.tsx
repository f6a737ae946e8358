'use client';
import { useMemo, useRef, type ReactNode } from 'react';
import { ReactFlow, ReactFlowProvider, useStoreApi, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { useAfterFrame } from '#ui/use-after-frame.ts';
import { useDesignerData } from '../designer-data.ts';
import type { StepOffer } from '../find/step-offer.ts';
import { nodeWidth, type FlowLayout } from '../layout/geometry.ts';
import { howOf } from '../how-of.ts';
import type { SelectHow } from '../state/designer-state.ts';
import { disabledIds } from '../state/disabled-ids.ts';
import type { Placing } from '../placing/use-placing.ts';
import type { ProblemCounts } from '../placed-problem.ts';
import type { StepStates } from '../step-state.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { DrawnLayoutContext } from './drawn-layout.ts';
import { flowNodes } from './flow-nodes.ts';
import { InsertLayer } from './insert-layer.tsx';
import { PlaceLayer } from './place-layer.tsx';
import { placedFrom } from './placed-from.ts';
import { PlacingNotice } from './placing-notice.tsx';
import { StepPalette } from './step-palette.tsx';
import { useAimInView } from './use-aim-in-view.ts';
import { useCanvasDrag } from './use-canvas-drag.ts';
import { LinesLayer } from './lines-layer.tsx';
import { MiniMap } from './mini-map.tsx';
import type { FlowNode } from './node-data.ts';
import { nodeTypes } from './nodes.tsx';
import { nodesInView } from './nodes-in-view.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useSelectionInView } from './use-selection-in-view.ts';
import { useVisibleArea } from './use-visible-area.ts';

export interface CanvasProps {
  readonly flow: FlowDocument;
  readonly layout: FlowLayout;
  readonly label: string;
  readonly states: StepStates;
  readonly selectedId: string | null | undefined;
  /** All selected steps, when there may be several. */
  readonly selectedIds?: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, ProblemCounts>;
  readonly onSelect: ((id: string, how?: SelectHow) => void) | undefined;
  /** Enter on a step, or a double click. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onInsert?: ((point: InsertionPoint, at: HTMLElement) => void) | undefined;
  readonly onToggle?: ((id: string) => void) | undefined;
  /** Absent where nothing can be moved. */
  readonly placing?: Placing | undefined;
  /** Adds a step behind the selected one. */
  readonly onAdd?: ((offer: StepOffer) => void) | undefined;
  readonly children?: ReactNode;
}

export const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);

const miniMapAbove = 14;

const Drawing = (props: CanvasProps) => {
  const { flow, layout, label, states, selectedId, selectedIds, problems, onSelect, onOpen, onInsert, onToggle } =
    props;
  const off = useMemo(() => disabledIds(flow), [flow]);
  const data = useDesignerData();
  const host = useRef<HTMLDivElement>(null);
  const pointerLabel = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const area = useVisibleArea();
  const inView = useMemo(() => nodesInView(layout.nodes, area, selectedId), [layout, area, selectedId]);
  const nodes = useMemo(
    () => flowNodes({ nodes: inView, flow, data, states, selectedId, selectedIds, off, problems, onToggle }),
    [inView, flow, data, states, selectedId, selectedIds, off, problems, onToggle],
  );
  useSelectionInView(layout, selectedId, host);
  useCanvasKeys(host, { layout, selectedId, onSelect, onOpen });
  const { placing } = props;
  const underway = placing?.underway;
  useCanvasDrag(host, {
    layout,
    placing,
    label: pointerLabel,
    placedFrom: (element) => placedFrom(element, flow, selectedIds),
  });
  useAimInView(underway);
  // Nobody waits for the overview, so it follows the canvas.
  const shownLater = useAfterFrame(layout);
  return (
    <div ref={host} role="group" aria-label={label} className="relative h-full min-h-0 w-full bg-surface">
      <DrawnLayoutContext value={layout}>
        <ReactFlow<FlowNode>
          nodes={nodes}
          edges={noEdges}
          nodeTypes={nodeTypes}
          {...behaviour}
          onInit={firstView(layout, selectedId, store.getState)}
          onMoveStart={() => host.current?.setAttribute('data-moving', '')}
          onMoveEnd={() => host.current?.removeAttribute('data-moving')}
          onNodeClick={(event, node) => {
            if (node.type !== 'end') onSelect?.(node.id, howOf(event));
          }}
          onNodeDoubleClick={(_event, node) => onOpen?.(node.id)}
        >
          <LinesLayer {...linesOf(layout)} />
          {onInsert !== undefined && underway === undefined && (
            <InsertLayer inserts={layout.inserts} onInsert={onInsert} />
          )}
          {underway !== undefined && <PlaceLayer inserts={layout.inserts} underway={underway} />}
          {underway !== undefined && <PlacingNotice underway={underway} label={pointerLabel} />}
          {props.onAdd !== undefined && <StepPalette onAdd={props.onAdd} />}
          <CanvasControls />
          {layout.nodes.length > miniMapAbove && <MiniMap layout={shownLater} states={states} />}
          {props.children}
        </ReactFlow>
      </DrawnLayoutContext>
    </div>
  );
};

const linesOf = ({ frames, lines, labels, width, height }: FlowLayout) => ({ frames, lines, labels, width, height });

const noEdges: never[] = [];

/** The drawing follows from the structure: nothing is dragged or connected here, and the keys are our own. */
const behaviour = {
  nodesDraggable: false,
  nodesConnectable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panOnScroll: true,
  zoomOnDoubleClick: false,
  minZoom: 0.1,
  maxZoom: 1.5,
} as const;

/** Starts at the trigger, at a size that can be read however long the flow is, or at the step that a link names. */
const firstView =
  (
    { width, nodes }: FlowLayout,
    selectedId: string | null | undefined,
    room: () => { width: number; height: number },
  ) =>
  ({ setViewport }: ReactFlowInstance<FlowNode>): void => {
    const { width: across, height: down } = room();
    const zoom = Math.min(1, Math.max(0.85, (across - 48) / width));
    const axis = (nodes[0]?.x ?? 0) + nodeWidth / 2;
    const isWhole = width * zoom <= across - 48;
    const x = isWhole ? (across - width * zoom) / 2 : across / 2 - axis * zoom;
    const linked = nodes.find(({ id }) => id === selectedId);
    if (linked === undefined || (linked.y + linked.height) * zoom + 28 <= down) {
      void setViewport({ x, y: 28, zoom });
      return;
    }
    const y = down / 2 - (linked.y + linked.height / 2) * zoom;
    void setViewport({ x: isWhole ? x : across / 2 - (linked.x + linked.width / 2) * zoom, y, zoom });
  };
