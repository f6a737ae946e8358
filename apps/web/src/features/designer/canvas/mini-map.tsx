'use client';
import { memo, useMemo, type PointerEvent } from 'react';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import type { FlowLayout, LayoutNode } from '../layout/geometry.ts';
import { stateTones, type StepStates } from '../step-state.ts';

interface MiniMapProps {
  readonly layout: FlowLayout;
  readonly states: StepStates;
}

const mapWidth = 132;
const mapHeight = 112;
const padding = 6;

/**
 * A small view of the whole flow. Clicking a place scrolls to it. It has one path per tone instead of an element per
 * step, which made editing long flows slow. For the keyboard and screen readers, the outline offers the same.
 */
export const MiniMap = ({ layout, states }: MiniMapProps) => {
  const { setCenter, getZoom } = useReactFlow();
  const scale = Math.min((mapWidth - 2 * padding) / layout.width, (mapHeight - 2 * padding) / layout.height);
  const left = (mapWidth - layout.width * scale) / 2;
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left - left) / scale;
    const y = (event.clientY - box.top - padding) / scale;
    void setCenter(x, y, { zoom: getZoom(), duration: 120 });
  };
  return (
    <Panel position="bottom-right" className="mb-6! max-sm:hidden">
      <svg
        aria-hidden
        width={mapWidth}
        height={mapHeight}
        className="cursor-pointer rounded-lg border border-line bg-raised"
        onPointerDown={onPointerDown}
      >
        <g transform={`translate(${left} ${padding}) scale(${scale})`}>
          <Steps nodes={layout.nodes} states={states} />
          <View />
        </g>
      </svg>
    </Panel>
  );
};

const Steps = memo(({ nodes, states }: { readonly nodes: readonly LayoutNode[]; readonly states: StepStates }) => {
  const paths = useMemo(() => {
    const byColour = new Map<string, string>();
    for (const node of nodes) {
      const state = states[node.id];
      const colour = state === undefined ? 'line-strong' : (colours[stateTones[state.state]] ?? 'line-strong');
      const box = `M${node.x} ${node.y}h${node.width}v${node.height}h${-node.width}z`;
      byColour.set(colour, `${byColour.get(colour) ?? ''}${box}`);
    }
    return [...byColour];
  }, [nodes, states]);
  return paths.map(([colour, path]) => <path key={colour} d={path} fill={`var(--${colour})`} />);
});

/** The part that is on screen. */
const View = () => {
  const x = useStore(({ transform }) => -transform[0] / transform[2]);
  const y = useStore(({ transform }) => -transform[1] / transform[2]);
  const width = useStore(({ transform, width: room }) => room / transform[2]);
  const height = useStore(({ transform, height: room }) => room / transform[2]);
  return (
    <rect
      {...{ x, y, width, height }}
      fill="var(--accent)"
      fillOpacity={0.1}
      stroke="var(--accent)"
      strokeWidth={1.5}
      vectorEffect="non-scaling-stroke"
    />
  );
};

const colours: Readonly<Record<string, string>> = {
  live: 'live',
  failed: 'failed',
  running: 'accent',
  waiting: 'waiting',
  review: 'review',
};
