'use client';
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useRowWindow } from '#ui/use-row-window.ts';
import type { FieldNode } from '../target-fields.ts';
import { FieldTreeRow, type RowLook } from './field-tree-row.tsx';
import { rowHeight } from './row-height.ts';
import type { FieldRows } from './use-field-rows.ts';
import { treeStep } from './visible-rows.ts';

export interface FieldTreeProps {
  readonly label: string;
  readonly side: 'source' | 'target';
  readonly fields: FieldRows;
  /** These functions keep their identity as long as they render the same, because rows are only rendered when needed. */
  readonly renderMark: (node: FieldNode) => ReactNode;
  readonly renderDetail: (node: FieldNode) => ReactNode;
  readonly lookOf: (node: FieldNode, isOpen: boolean | undefined) => RowLook;
  readonly onClick: (node: FieldNode) => void;
  /** Keys of the row with the focus; true if it was handled. */
  readonly onKey: (node: FieldNode, event: KeyboardEvent) => boolean;
  readonly onPointerDown?: (node: FieldNode, event: PointerEvent) => void;
  readonly onMouseDown?: (event: MouseEvent) => void;
  /** Asks for a box to type the field's value in. */
  readonly onWrite?: (node: FieldNode) => void;
  /** The field under the pointer or with the focus; undefined when it is left. */
  readonly onPoint: (node: FieldNode | undefined) => void;
  /** Rendered at a row, such as a box for typing. */
  readonly attached?: { readonly id: string; readonly content: ReactNode } | undefined;
}

/** Fields as a tree. Only visible rows are rendered, so that schemas with thousands of fields stay fast. */
export const FieldTree = (props: FieldTreeProps) =>
  props.fields.rows.length === 0 ? (
    <p className="px-3 py-6 text-center text-muted">No field is found.</p>
  ) : (
    <FilledTree {...props} />
  );

const FilledTree = (props: FieldTreeProps) => {
  const { label, side, fields, attached } = props;
  const { rows, current, scroller } = fields;
  const { first, end, totalHeight } = useRowWindow({ scroller, count: rows.length, rowHeight });
  return (
    <div ref={scroller} data-scroller={side} className="h-full min-h-0 overflow-x-hidden overflow-y-auto">
      <div
        role="tree"
        aria-label={label}
        tabIndex={-1}
        {...treeEvents(props)}
        className="relative outline-none"
        style={{ height: totalHeight }}
      >
        {shownIndexes(first, end, current).map((index) => (
          <Line key={rows[index]?.node.id} index={index} {...props} />
        ))}
        {attached !== undefined && <Attached {...attached} fields={fields} />}
      </div>
    </div>
  );
};

/** The tree handles the events of its rows, so that a row is only rendered when something in it changes. */
function treeEvents({ fields, onClick, onKey, onPoint, onWrite, onPointerDown, onMouseDown }: FieldTreeProps) {
  const { rows, current, toggle, enter, go } = fields;
  const rowOf = ({ target }: { readonly target: EventTarget }): FieldNode | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    return element === null ? undefined : rows[Number(element.dataset['index'])]?.node;
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const isRow = event.target instanceof Element && event.target.getAttribute('role') === 'treeitem';
      const row = isRow ? rows[current] : undefined;
      if (row === undefined) return;
      const isHandled = onKey(row.node, event);
      const step = isHandled ? {} : treeStep(rows, current, event.key);
      if (step === undefined) return;
      event.preventDefault();
      if (step.toggle !== undefined) toggle(step.toggle);
      const next = rows[step.index ?? -1];
      if (next !== undefined) go(next.node.id, true);
    },
    onClick: (event: MouseEvent) => {
      const node = rowOf(event);
      if (node === undefined || !(event.target instanceof Element)) return;
      if (event.target.closest('[data-toggle]') !== null) toggle(node.id);
      else if (event.target.closest('[data-write]') !== null) onWrite?.(node);
      else {
        go(node.id);
        onClick(node);
      }
    },
    onDoubleClick: (event: MouseEvent) => {
      const node = rowOf(event);
      if (node !== undefined) onWrite?.(node);
    },
    onMouseDown,
    onPointerDown: (event: PointerEvent) => {
      const node = rowOf(event);
      if (node !== undefined) onPointerDown?.(node, event);
    },
    onPointerOver: (event: PointerEvent) => onPoint(rowOf(event)),
    onPointerLeave: () => onPoint(undefined),
    onFocus: (event: FocusEvent) => {
      const node = rowOf(event);
      if (node !== undefined) enter(node.id);
      onPoint(node);
    },
    onBlur: () => onPoint(undefined),
  };
}

/** The row with the keyboard is always rendered, because the focus would be lost with it. */
function shownIndexes(first: number, end: number, current: number): number[] {
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  if (current >= end) return [...indexes, current];
  return current < first ? [current, ...indexes] : indexes;
}

const Line = ({ index, ...props }: FieldTreeProps & { readonly index: number }) => {
  const { side, fields, renderMark, renderDetail, lookOf } = props;
  const row = fields.rows[index];
  if (row === undefined) return null;
  return (
    <FieldTreeRow
      {...{ row, index, side, renderMark, renderDetail }}
      {...lookOf(row.node, row.isOpen)}
      isTabStop={index === fields.current}
    />
  );
};

const Attached = ({
  id,
  content,
  fields,
}: NonNullable<FieldTreeProps['attached']> & { readonly fields: FieldRows }) => {
  const index = fields.indexOf.get(id);
  if (index === undefined) return null;
  return (
    <div className="absolute inset-x-0 z-10" style={{ top: index * rowHeight, height: rowHeight }}>
      {content}
    </div>
  );
};
