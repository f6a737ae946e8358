'use client';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown, ChevronRight, Link2 } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import type { FieldNode } from '../target-fields.ts';
import { treeStep, visibleRows, type FieldRow } from './visible-rows.ts';

interface FieldTreeProps {
  readonly label: string;
  readonly nodes: readonly FieldNode[];
  readonly selectedId?: string | undefined;
  readonly onPick: (node: FieldNode) => void;
  /** Text after a field's name. */
  readonly renderDetail: (node: FieldNode) => ReactNode;
  /** A mark of the field's state, shown before its name. */
  readonly renderMark?: (node: FieldNode) => ReactNode;
  /**
   * Ids of fields related to the one under the pointer on the other side. A collapsed container represents its fields.
   */
  readonly related?: ReadonlySet<string>;
  /** The field under the pointer or with the focus; undefined when it is left. */
  readonly onPoint?: (node: FieldNode | undefined) => void;
  /** Containers below this many levels are initially collapsed. */
  readonly openLevels?: number;
}

const rowHeight = 26;

/** Fields as a tree. Only visible rows are rendered, so that schemas with thousands of fields stay fast. */
export const FieldTree = (props: FieldTreeProps) => {
  const { label, nodes, selectedId, onPick, renderDetail, renderMark, related, onPoint, openLevels = 2 } = props;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const closed = useMemo(() => closedNodes(nodes, toggled, openLevels), [nodes, toggled, openLevels]);
  const rows = useMemo(() => visibleRows(nodes, closed), [nodes, closed]);
  const { first, end, totalHeight, scrollToRow } = useRowWindow({ scroller, count: rows.length, rowHeight });
  const toggle = (id: string) => setToggled((before) => withToggled(before, id));
  const tabStop = Math.min(current, Math.max(0, rows.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[tabStop];
    if (event.key === 'Enter' && row !== undefined) onPick(row.node);
    const step = treeStep(rows, tabStop, event.key);
    if (step === undefined) return;
    event.preventDefault();
    if (step.toggle !== undefined) toggle(step.toggle);
    if (step.index === undefined) return;
    const { index } = step;
    setCurrent(index);
    scrollToRow(index);
    const host = scroller.current;
    requestAnimationFrame(() => host?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  };
  if (rows.length === 0) return <p className="px-3 py-6 text-center text-muted">No field is found.</p>;
  return (
    <div ref={scroller} className="h-full min-h-0 overflow-auto">
      <div
        role="tree"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onPoint?.(undefined)}
        onBlur={() => onPoint?.(undefined)}
        className="relative outline-none"
        style={{ height: totalHeight }}
      >
        {rows.slice(first, end).map((row, offset) => (
          <FieldLine
            key={row.node.id}
            row={row}
            index={first + offset}
            isTabStop={first + offset === tabStop}
            isSelected={row.node.id === selectedId}
            isRelated={isRelated(row, related)}
            detail={renderDetail(row.node)}
            mark={renderMark?.(row.node)}
            onToggle={toggle}
            onPoint={onPoint}
            onPick={() => {
              setCurrent(first + offset);
              onPick(row.node);
            }}
          />
        ))}
      </div>
    </div>
  );
};

interface FieldLineProps {
  readonly row: FieldRow;
  readonly index: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isRelated: boolean;
  readonly detail: ReactNode;
  readonly mark: ReactNode;
  readonly onToggle: (id: string) => void;
  readonly onPoint: FieldTreeProps['onPoint'];
  readonly onPick: () => void;
}

const FieldLine = (props: FieldLineProps) => {
  const { row, index, isTabStop, isSelected, isRelated: isLinked, detail, mark, onToggle, onPoint, onPick } = props;
  const { node, level, position, setSize, isOpen } = row;
  const Arrow = isOpen === true ? ChevronDown : ChevronRight;
  return (
    <div
      role="treeitem"
      data-index={index}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      title={titleOf(row)}
      onClick={onPick}
      onPointerEnter={() => onPoint?.(node)}
      onFocus={() => onPoint?.(node)}
      onKeyDown={undefined}
      className={classNames(
        'absolute inset-x-0 flex cursor-default items-center gap-1 pr-2 select-none',
        isSelected ? 'bg-accent-soft' : 'hover:bg-hover',
        isLinked && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
      style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)`, paddingLeft: 6 + (level - 1) * 14 }}
    >
      {isOpen === undefined ? (
        <span className="size-4 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${isOpen ? 'Close' : 'Open'} ${node.name}`}
          className="grid size-4 shrink-0 place-items-center rounded-sm text-muted hover:text-text"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(node.id);
          }}
        >
          <Arrow aria-hidden className="size-3.5" />
        </button>
      )}
      {mark}
      <span className="shrink-0 truncate font-mono text-code">
        {node.name}
        {node.isList && <span className="text-muted"> []</span>}
        {node.isRequired && (
          <span className="text-review">
            <span aria-hidden>*</span>
            <span className="sr-only"> required</span>
          </span>
        )}
      </span>
      {isLinked && <Link2 role="img" aria-label="linked" className="size-3.5 shrink-0 text-accent" />}
      <span className="flex min-w-0 flex-1 items-center justify-end gap-2">{detail}</span>
    </div>
  );
};

function isRelated({ node, isOpen }: FieldRow, related: ReadonlySet<string> | undefined): boolean {
  if (related === undefined || related.size === 0) return false;
  if (related.has(node.id)) return true;
  return isOpen === false && [...related].some((id) => id.startsWith(`${node.id}.`));
}

const titleOf = ({ node }: FieldRow): string =>
  [node.title, node.type + (node.isRequired ? ', required' : ''), node.description].filter(Boolean).join('\n');

/** Containers below the initial levels are collapsed. Toggled ones are the other way round. */
function closedNodes(
  nodes: readonly FieldNode[],
  toggled: ReadonlySet<string>,
  openLevels: number,
): ReadonlySet<string> {
  const closed = new Set<string>();
  const visit = (node: FieldNode) => {
    if (node.children.length === 0) return;
    const startsClosed = node.path.length >= openLevels;
    if (startsClosed !== toggled.has(node.id)) closed.add(node.id);
    for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return closed;
}

function withToggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
