'use client';
import { memo, useMemo, useRef, useState, type MouseEvent, type RefObject } from 'react';
import { classNames } from '#ui/class-names.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { isNamedAt, nodeKeyOf, nodeLabel, nodeWidth, type LineNode } from './line-nodes.ts';
import { useLinePlaces, type TreeScrollers } from './use-line-places.ts';
import './lines.css';

interface LinesOverlayProps {
  readonly lines: readonly DrawnLine[];
  readonly nodes: readonly LineNode[];
  readonly scrollers: TreeScrollers;
  /** Keys of the lines that are drawn last and strong, while the others fade. */
  readonly strong: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** The lines are those of an earlier text. */
  readonly isStale: boolean;
  readonly onSelect: (line: DrawnLine) => void;
  readonly onPoint: (line: DrawnLine | undefined) => void;
  /** The line that follows the pointer while a field is dragged. */
  readonly dragLine: RefObject<SVGPathElement | null>;
}

/**
 * The lines between the trees. They are for the eye and the pointer: every line is also in the list of its field, where
 * keyboard and screen reader find it.
 */
export const LinesOverlay = (props: LinesOverlayProps) => {
  const { lines, nodes, scrollers, strong, selected, isStale, onSelect, onPoint, dragLine } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(240);
  const drawn = useMemo(() => ({ lines, nodes, strong, width }), [lines, nodes, strong, width]);
  useLinePlaces({ svg, drawn, scrollers, onWidth: setWidth });
  const lineAt = (event: MouseEvent): DrawnLine | undefined => {
    const element =
      event.target instanceof Element ? event.target.closest<SVGGElement>('[data-line], [data-node]') : null;
    const { line, node } = element?.dataset ?? {};
    return lines.find((each) =>
      line === undefined ? node !== undefined && nodeKeyOf(each) === node : each.key === line,
    );
  };
  const last = lines.filter(({ key }) => strong.has(key));
  const strongNodes = new Set(last.map(nodeKeyOf));
  return (
    <svg
      ref={svg}
      aria-hidden
      data-stale={isStale || undefined}
      className="map-lines absolute inset-0 size-full overflow-hidden"
      onClick={(event) => {
        const line = lineAt(event);
        if (line !== undefined) onSelect(line);
      }}
      onPointerOver={(event) => onPoint(lineAt(event))}
      onPointerLeave={() => onPoint(undefined)}
    >
      <AllLines lines={lines} nodes={nodes} width={width} isFaded={strong.size > 0} />
      <g className="strong">
        {last.map((line) => (
          <Line
            key={elementKey(line.key, line.kind)}
            name={line.key}
            kind={line.kind}
            isGhost={line.isGhost === true}
            isSelected={line.key === selected}
          />
        ))}
        {nodes.map((node) => strongNodes.has(node.key) && <Node key={node.key} node={node} width={width} />)}
      </g>
      <path ref={dragLine} className="drag" />
    </svg>
  );
};

interface AllLinesProps extends Pick<LinesOverlayProps, 'lines' | 'nodes'> {
  readonly width: number;
  readonly isFaded: boolean;
}

const AllLines = memo(({ lines, nodes, width, isFaded }: AllLinesProps) => (
  <g className={classNames('all', isFaded && 'faded')}>
    <LineList lines={lines} />
    <NodeList nodes={nodes} width={width} />
  </g>
));
AllLines.displayName = 'AllLines';

const LineList = memo(({ lines }: Pick<AllLinesProps, 'lines'>) =>
  lines.map(({ key, kind, isGhost = false }) => (
    <Line key={elementKey(key, kind)} name={key} isSelected={false} {...{ kind, isGhost }} />
  )),
);
LineList.displayName = 'LineList';

const NodeList = memo(({ nodes, width }: Pick<AllLinesProps, 'nodes' | 'width'>) =>
  nodes.map((node) => <Node key={node.key} node={node} width={width} />),
);
NodeList.displayName = 'NodeList';

/** A line of another kind has other parts, and is another element. */
const elementKey = (key: string, kind: DrawnLine['kind']): string => `${kind} ${key}`;

interface LineProps {
  /** The line's key. */
  readonly name: string;
  readonly kind: DrawnLine['kind'];
  readonly isGhost: boolean;
  readonly isSelected: boolean;
}

/** Its properties are texts, so that an edit renders only the lines that it changes. */
const Line = memo(({ name, kind, isGhost, isSelected }: LineProps) => (
  <g data-line={name} data-kind={kind} data-ghost={isGhost || undefined} data-selected={isSelected || undefined}>
    <path className="reach" />
    <path className="stroke" />
    {kind === 'each' && <path className="core" />}
    <circle r={2.5} />
    <circle r={2.5} />
  </g>
));
Line.displayName = 'Line';

const nodeHeight = 18;

const Node = ({ node, width }: { readonly node: LineNode; readonly width: number }) => (
  <g data-node={node.key}>
    <rect y={-nodeHeight / 2} width={nodeWidth(node, width)} height={nodeHeight} rx={nodeHeight / 2} />
    {node.kind === 'function' ? (
      <text x={7} y={4} className="symbol">
        ƒ
      </text>
    ) : (
      <path className="table" d="M6 -4.5h9v9h-9zM6 -1.5h9M6 1.5h9M10.5 -1.5v6" />
    )}
    {isNamedAt(width) && (
      <text x={18} y={3.5}>
        {nodeLabel(node)}
      </text>
    )}
  </g>
);
