'use client';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { useDesignerData } from '../designer-data.ts';
import { nodeWidth, type FlowLayout } from '../layout/geometry.ts';
import { howOf } from '../how-of.ts';
import type { SelectHow } from '../state/designer-state.ts';
import { disabledIds } from '../state/disabled-ids.ts';
import type { StepStates } from '../step-state.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { flowNodes, type ProblemCount } from './flow-nodes.ts';
import { InsertLayer } from './insert-layer.tsx';
import { LinesLayer } from './lines-layer.tsx';
import { MiniMap } from './mini-map.tsx';
import type { FlowNode } from './node-data.ts';
import { nodeTypes } from './nodes.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';

export interface CanvasProps {
  readonly flow: FlowDocument;
  readonly layout: FlowLayout;
  readonly label: string;
  readonly states: StepStates;
  readonly selectedId: string | null | undefined;
  /** All selected steps, when there may be several. */
  readonly selectedIds?: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, ProblemCount>;
  readonly onSelect: ((id: string, how?: SelectHow) => void) | undefined;
  /** Enter on a step, or a double click. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onInsert?: ((point: InsertionPoint, at: HTMLElement) => void) | undefined;
  readonly onToggle?: ((id: string) => void) | undefined;
}

export const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);

/** A flow of this many steps or more has only those in view in the document. The outline lists all of them. */
const renderAllBelow = 80;
const miniMapAbove = 14;

const Drawing = (props: CanvasProps) => {
  const { flow, layout, label, states, selectedId, selectedIds, problems, onSelect, onOpen, onInsert, onToggle } =
    props;
  const off = useMemo(() => disabledIds(flow), [flow]);
  const data = useDesignerData();
  const host = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const nodes = useMemo(
    () => flowNodes({ flow, layout, data, states, selectedId, selectedIds, off, problems, onToggle }),
    [flow, layout, data, states, selectedId, selectedIds, off, problems, onToggle],
  );
  useSelectionInView(layout, selectedId, host);
  useCanvasKeys(host, { layout, selectedId, onSelect, onOpen });
  return (
    <div ref={host} role="group" aria-label={label} className="relative h-full min-h-0 w-full bg-surface">
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        {...behaviour}
        onInit={firstView(layout, selectedId, store.getState)}
        onlyRenderVisibleElements={nodes.length > renderAllBelow}
        onNodeClick={(event, node) => {
          if (node.type !== 'end') onSelect?.(node.id, howOf(event));
        }}
        onNodeDoubleClick={(_event, node) => onOpen?.(node.id)}
      >
        <LinesLayer {...linesOf(layout)} />
        {onInsert !== undefined && <InsertLayer inserts={layout.inserts} onInsert={onInsert} />}
        <CanvasControls />
        {nodes.length > miniMapAbove && <MiniMap layout={layout} states={states} />}
      </ReactFlow>
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

/** Scrolls the selected step into view, and moves the focus to it if the focus is on the canvas. */
const useSelectionInView = (
  layout: FlowLayout,
  selectedId: string | null | undefined,
  host: RefObject<HTMLDivElement | null>,
): void => {
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const shownId = useRef(selectedId);
  useEffect(() => {
    if (shownId.current === selectedId) return;
    shownId.current = selectedId;
    const node = layout.nodes.find(({ id }) => id === selectedId);
    const { width, height } = store.getState();
    if (node === undefined || width === 0) return;
    const { x, y, zoom } = getViewport();
    const left = node.x * zoom + x;
    const top = node.y * zoom + y;
    const dx = shift(left, left + node.width * zoom, width);
    const dy = shift(top, top + node.height * zoom, height);
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 120 });
    const active = document.activeElement;
    if (active?.classList.contains('react-flow__node') === true && host.current?.contains(active) === true) {
      host.current.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node.id)}"]`)?.focus();
    }
  }, [layout, selectedId, store, getViewport, setViewport, host]);
};

const margin = 24;

/** How far to move so that `from` to `to` is within the visible area; 0 if it already is. */
const shift = (from: number, to: number, room: number): number => {
  if (from < margin) return margin - from;
  return to > room - margin ? Math.max(room - margin - to, margin - from) : 0;
};
