'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { idsUpTo } from '../field-id.ts';
import type { FieldNode } from '../target-fields.ts';
import { rowHeight } from './row-height.ts';
import { visibleRows, type FieldRow } from './visible-rows.ts';

/** Which rows a field tree shows, and which of them has the keyboard. */
export interface FieldRows {
  readonly rows: readonly FieldRow[];
  /** Row indexes by field id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of the row that Tab reaches. */
  readonly current: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Opens or closes a container. */
  readonly toggle: (id: string) => void;
  /** The keyboard is on this row now. */
  readonly enter: (id: string) => void;
  /** Moves the keyboard to a row. The containers around its field are opened and it is scrolled into view. */
  readonly go: (id: string, isFocused?: boolean) => void;
}

interface RowsInput {
  readonly nodes: readonly FieldNode[];
  /** Containers below this many levels are initially closed. */
  readonly openLevels: number;
  /** Another view, such as a search, has its own open and closed containers. */
  readonly view: string;
}

interface RowsState {
  readonly view: string;
  readonly toggled: ReadonlySet<string>;
}

/** A row that somebody wants to see. */
interface Asked {
  readonly id: string;
  readonly isFocused: boolean;
}

const none: ReadonlySet<string> = new Set();

export const useFieldRows = ({ nodes, openLevels, view }: RowsInput): FieldRows => {
  const [state, setState] = useState<RowsState>({ view, toggled: none });
  const [currentId, setCurrentId] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const answered = useRef<Asked>(undefined);
  const toggled = state.view === view ? state.toggled : none;
  const closed = useMemo(() => closedNodes(nodes, toggled, openLevels), [nodes, toggled, openLevels]);
  const rows = useMemo(() => visibleRows(nodes, closed), [nodes, closed]);
  const indexOf = useMemo(() => new Map(rows.map(({ node }, index) => [node.id, index])), [rows]);
  const toggle = useCallback(
    (id: string) =>
      setState((before) => ({ view, toggled: withToggled(before.view === view ? before.toggled : none, [id]) })),
    [view],
  );
  const go = useCallback(
    (id: string, isFocused = false) => {
      setCurrentId(id);
      const shut = idsUpTo(id)
        .slice(0, -1)
        .filter((each) => closed.has(each));
      if (shut.length > 0) {
        setState((before) => ({ view, toggled: withToggled(before.view === view ? before.toggled : none, shut) }));
      }
      setAsked({ id, isFocused });
    },
    [closed, view],
  );
  // The row is asked for together with its open containers. If a search hides it now, it must not take the focus later.
  useLayoutEffect(() => {
    if (asked === undefined || answered.current === asked) return;
    answered.current = asked;
    const element = scroller.current;
    const index = indexOf.get(asked.id);
    if (element === null || index === undefined) return;
    scrollToRow(element, index);
    if (!asked.isFocused) return;
    // Between rows, the focus moves at once, because the next key may already be on its way. A menu first closes.
    const isAtRow = document.activeElement?.getAttribute('role') === 'treeitem';
    if (isAtRow) focusRow(element, index);
    else requestAnimationFrame(() => focusRow(element, index));
  }, [asked, indexOf]);
  const current = Math.min(indexOf.get(currentId ?? '') ?? 0, Math.max(0, rows.length - 1));
  return useMemo(
    () => ({ rows, indexOf, current, scroller, toggle, enter: setCurrentId, go }),
    [rows, indexOf, current, scroller, toggle, go],
  );
};

function scrollToRow(element: HTMLElement, index: number): void {
  const top = index * rowHeight;
  if (top < element.scrollTop) element.scrollTo({ top });
  else if (top + rowHeight > element.scrollTop + element.clientHeight) {
    element.scrollTo({ top: top + rowHeight - element.clientHeight });
  }
}

/** The row may only be rendered after its tree has scrolled. */
function focusRow(element: HTMLElement, index: number, tries = 3): void {
  const row = element.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row !== null) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(element, index, tries - 1));
}

/** Containers below the initial levels are closed. Toggled ones are the other way round. */
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

function withToggled(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(before);
  for (const id of ids) if (!next.delete(id)) next.add(id);
  return next;
}
