'use client';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import type { SelectHow } from '../state/designer-state.ts';
import { disabledIds } from '../state/disabled-ids.ts';
import { outermost } from '../state/selected-steps.ts';
import type { ProblemCounts } from '../placed-problem.ts';
import type { StepStates } from '../step-state.ts';
import { dropPoint, movePoint, type OutlineMove } from './outline-moves.ts';
import { parentRow, type OutlineRow } from './outline-rows.ts';
import { RowCache } from './row-cache.ts';
import { Row, rowHeight, type RowHandlers } from './outline-row.tsx';

interface OutlineProps {
  readonly flow: FlowDocument;
  readonly collapsed: ReadonlySet<string>;
  readonly selection: string | null;
  /** All selected steps, when there are several. */
  readonly selectedIds: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, ProblemCounts>;
  readonly states: StepStates;
  readonly isReadOnly: boolean;
  readonly onSelect: (id: string, how?: SelectHow) => void;
  readonly onOpen: () => void;
  readonly onToggle: (id: string, isCollapsed: boolean) => void;
  readonly onMove: (ids: readonly string[], point: InsertionPoint) => void;
  readonly onInsert: (point: InsertionPoint, at: HTMLElement) => void;
}

/**
 * The flow as a tree. It contains everything that is on the canvas, for the keyboard and for screen readers, however
 * long the flow is.
 */
export const Outline = (props: OutlineProps) => {
  const { flow, collapsed, selection, selectedIds, problems, states, isReadOnly } = props;
  const off = useMemo(() => disabledIds(flow), [flow]);
  const [cache] = useState(() => new RowCache());
  const rows = cache.of(flow, collapsed);
  const [slot, setSlot] = useState<FocusedSlot>();
  // A new selection, such as the first step of the slot, takes the focus from it.
  const focusedSlot = slot?.selection === selection ? slot.id : undefined;
  const setFocusedSlot = useCallback(
    (id: string | undefined) => setSlot(id === undefined ? undefined : { id, selection }),
    [selection],
  );
  const current = focusedSlot ?? selection ?? rows[0]?.id;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, totalHeight, scrollToRow } = useRowWindow({ scroller, count: rows.length, rowHeight });
  const { drag, handlers } = useRowHandlers(props, setFocusedSlot);
  const shownHandlers = useMemo(
    () => (isReadOnly ? { ...handlers, onAdd: undefined, onDrag: undefined } : handlers),
    [isReadOnly, handlers],
  );
  useFocusFollows(rows, current, scroller, scrollToRow);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = rows.findIndex(({ id }) => id === current);
    if (addsTo(rows[index], event, props)) return;
    const next = rowForKey(rows, index, event, props);
    if (next !== undefined) handlers.onSelect(next, isRange(event) ? 'range' : 'only');
  };
  const tabStop = rows.some(({ id }) => id === current) ? current : rows[0]?.id;
  return (
    <div ref={scroller} className="h-full overflow-auto py-1">
      <div
        role="tree"
        aria-label="Steps"
        aria-multiselectable
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="relative outline-none"
        style={{ height: totalHeight }}
      >
        {rows.slice(first, end).map((row, offset) => {
          const top = (first + offset) * rowHeight;
          return (
            <div key={row.id} role="none" className="absolute inset-x-0" style={{ transform: `translateY(${top}px)` }}>
              <Row
                row={row}
                triggerKind={flow.trigger.kind}
                isSelected={focusedSlot === undefined && (row.id === selection || selectedIds.has(row.id))}
                isDisabled={off.has(row.type === 'slot' ? row.stepId : row.id)}
                isTabStop={row.id === tabStop}
                problems={problems.get(row.id)}
                state={states[row.id]}
                dropEdge={drag?.over === row.id ? drag.edge : undefined}
                handlers={shownHandlers}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};

/** The slot on which the keyboard is, and the step that was selected then. */
interface FocusedSlot {
  readonly id: string;
  readonly selection: string | null;
}

interface Drag {
  readonly id: string;
  readonly over?: string;
  readonly edge?: 'above' | 'below';
}

const useRowHandlers = (props: OutlineProps, setFocusedSlot: (id: string | undefined) => void) => {
  const [drag, setDrag] = useState<Drag>();
  const latest = useLatest({ props, drag });
  const handlers = useMemo<RowHandlers>(
    () => ({
      onSelect: (row, how) => {
        setFocusedSlot(row.type === 'slot' ? row.id : undefined);
        if (row.type !== 'slot') latest.current.props.onSelect(row.id, how);
      },
      onToggle: (row) => latest.current.props.onToggle(row.id, row.isOpen === true),
      onAdd: (row, at) => latest.current.props.onInsert(dropPoint(row, false), at),
      onDrag: (id) => setDrag(id === undefined ? undefined : { id }),
      onDragOver: (row, event) => {
        const dragged = latest.current.drag;
        if (dragged === undefined) return;
        event.preventDefault();
        const edge = isUpperHalf(event) && row.type === 'step' ? 'above' : 'below';
        if (dragged.over !== row.id || dragged.edge !== edge) setDrag({ id: dragged.id, over: row.id, edge });
      },
      onDrop: (row, event) => {
        event.preventDefault();
        const dragged = latest.current.drag;
        setDrag(undefined);
        if (dragged === undefined) return;
        const { props: now } = latest.current;
        now.onMove(idsWith(dragged.id, now), dropPoint(row, isUpperHalf(event)));
      },
    }),
    [latest, setFocusedSlot],
  );
  return { drag, handlers };
};

const isUpperHalf = (event: { readonly clientY: number; readonly currentTarget: HTMLElement }): boolean => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2;
};

/** The row to which a key moves. Keys that do something else are handled here. */
function rowForKey(
  rows: readonly OutlineRow[],
  index: number,
  event: KeyboardEvent,
  props: OutlineProps,
): OutlineRow | undefined {
  const row = rows[index];
  const move = event.altKey ? moves[event.key] : undefined;
  if (row !== undefined && move !== undefined) {
    event.preventDefault();
    const ids = idsWith(row.id, props);
    const point = props.isReadOnly ? undefined : movePoint(props.flow, ids, move);
    if (point !== undefined) props.onMove(ids, point);
    return undefined;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const isHandled = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'].includes(event.key);
  if (isHandled) event.preventDefault();
  if (isRange(event)) return stepRowFrom(rows, index, event.key === 'ArrowDown' ? 1 : -1);
  switch (event.key) {
    case 'ArrowDown':
      return rows[index + 1];
    case 'ArrowUp':
      return rows[index - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      if (row?.isOpen === false) props.onToggle(row.id, false);
      return row?.isOpen === true ? rows[index + 1] : undefined;
    case 'ArrowLeft':
      if (row?.isOpen === true) props.onToggle(row.id, true);
      return row?.isOpen === true ? undefined : parentRow(rows, index);
    case 'Enter':
      props.onOpen();
      return undefined;
    default:
      return undefined;
  }
}

/** `A` on the row of a slot adds the first step in it. For every other row the designer's own key adds behind it. */
function addsTo(row: OutlineRow | undefined, event: KeyboardEvent, { isReadOnly, onInsert }: OutlineProps): boolean {
  const isKey = event.key.toLowerCase() === 'a' && !event.altKey && !event.ctrlKey && !event.metaKey;
  if (isReadOnly || row?.type !== 'slot' || !isKey || !(event.target instanceof HTMLElement)) return false;
  event.preventDefault();
  onInsert(dropPoint(row, false), event.target);
  return true;
}

const isRange = ({ shiftKey, key }: KeyboardEvent): boolean => shiftKey && (key === 'ArrowDown' || key === 'ArrowUp');

/** Only steps can be selected together. */
function stepRowFrom(rows: readonly OutlineRow[], index: number, offset: 1 | -1): OutlineRow | undefined {
  const others = offset === 1 ? rows.slice(index + 1) : rows.slice(0, Math.max(0, index)).toReversed();
  return others.find(({ type }) => type === 'step');
}

/** All selected steps if this is one of them, without those inside others; else this one alone. */
const idsWith = (id: string, { flow, selectedIds }: Pick<OutlineProps, 'flow' | 'selectedIds'>): string[] =>
  selectedIds.has(id) ? outermost(flow, selectedIds).map(({ step }) => step.id) : [id];

const moves: Readonly<Record<string, OutlineMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Scrolls to the current row, and focuses it if the focus is in the tree. */
const useFocusFollows = (
  rows: readonly OutlineRow[],
  current: string | undefined,
  scroller: RefObject<HTMLDivElement | null>,
  scrollTo: (index: number) => void,
): void => {
  const index = rows.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (index < 0 || current === undefined) return;
    scrollTo(index);
    const tree = scroller.current;
    if (tree?.contains(document.activeElement) !== true) return;
    const frame = requestAnimationFrame(() =>
      tree.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [current, index, scrollTo, scroller]);
};
