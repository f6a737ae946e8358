'use client';
import { memo, type ReactNode } from 'react';
import { ChevronDown, ChevronRight, Pencil } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import type { FieldNode } from '../target-fields.ts';
import { rowHeight } from './row-height.ts';
import type { FieldRow } from './visible-rows.ts';

export interface RowLook {
  readonly isSelected: boolean;
  /** Picked up, so that a field of the other side can be chosen for it. */
  readonly isHeld: boolean;
  /** A line connects it with the field under the pointer, or with the selected one. */
  readonly isRelated: boolean;
  /** Why the field that is picked up cannot be connected with this one. */
  readonly refusal: string | undefined;
  /** Under the pointer while a field is dragged. */
  readonly isOver: boolean;
}

interface FieldTreeRowProps extends RowLook {
  readonly row: FieldRow;
  readonly index: number;
  readonly side: 'source' | 'target';
  readonly isTabStop: boolean;
  readonly renderMark: (node: FieldNode) => ReactNode;
  readonly renderDetail: (node: FieldNode) => ReactNode;
}

/** A row of a field tree. The tree handles its events. */
export const FieldTreeRow = memo((props: FieldTreeRowProps) => {
  const { row, index, side, isTabStop, isSelected, isHeld, refusal } = props;
  const { node, level, position, setSize, isOpen } = row;
  return (
    <div
      role="treeitem"
      data-index={index}
      data-field={node.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      aria-disabled={refusal === undefined ? undefined : true}
      title={refusal ?? titleOf(node)}
      className={classNames(
        'group/row absolute inset-x-0 flex cursor-default items-center gap-1 select-none',
        side === 'source' ? 'pr-3' : 'pr-1.5 pl-2',
        rowClasses(props),
        node.ghost !== undefined && 'outline-1 -outline-offset-1 outline-review outline-dashed',
      )}
      style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)`, paddingLeft: 6 + (level - 1) * 14 }}
    >
      <Toggle node={node} isOpen={isOpen} />
      {props.renderMark(node)}
      <Name node={node} isInert={refusal !== undefined} isGroup={level === 1 && isOpen !== undefined} />
      {node.ghost !== undefined && <span className="min-w-0 shrink truncate text-small text-review">{node.ghost}</span>}
      <span className="flex min-w-0 flex-1 items-center justify-end gap-2">{props.renderDetail(node)}</span>
      {(isHeld || refusal !== undefined) && <span className="sr-only">{isHeld ? 'picked up' : refusal}</span>}
      {side === 'target' && (
        <button
          type="button"
          tabIndex={-1}
          data-write
          aria-label={`Type a value for ${node.name}`}
          className="hidden size-5 shrink-0 place-items-center rounded-sm text-muted group-hover/row:grid hover:text-text"
        >
          <Pencil aria-hidden className="size-3" />
        </button>
      )}
    </div>
  );
});
FieldTreeRow.displayName = 'FieldTreeRow';

function rowClasses({ isSelected, isHeld, isRelated, isOver, refusal }: RowLook): string {
  if (refusal !== undefined) return isOver ? 'cursor-not-allowed bg-failed-soft' : 'cursor-not-allowed';
  if (isOver) return 'bg-accent-soft outline-2 -outline-offset-2 outline-accent';
  if (isHeld) return 'bg-accent-soft outline-1 -outline-offset-1 outline-accent outline-dashed';
  if (isSelected) return 'bg-accent-soft';
  return isRelated ? 'bg-hover' : 'hover:bg-hover';
}

const Toggle = ({ node, isOpen }: { readonly node: FieldNode; readonly isOpen: boolean | undefined }) => {
  if (isOpen === undefined) return <span className="size-4 shrink-0" />;
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-toggle
      aria-label={`${isOpen ? 'Close' : 'Open'} ${node.name}`}
      className="grid size-4 shrink-0 place-items-center rounded-sm text-muted hover:text-text"
    >
      <Arrow aria-hidden className="size-3.5" />
    </button>
  );
};

interface NameProps {
  readonly node: FieldNode;
  readonly isInert: boolean;
  readonly isGroup: boolean;
}

const Name = ({ node, isInert, isGroup }: NameProps) => (
  <span
    className={classNames(
      'max-w-3/5 shrink-0 truncate font-mono text-code',
      isInert ? 'text-muted opacity-60' : node.isUnknown === true && 'text-review italic',
      node.ghost !== undefined && 'line-through decoration-dashed',
      isGroup && 'font-medium',
    )}
  >
    {node.name}
    {node.isList && <span className="text-muted"> []</span>}
    {node.isRequired && (
      <span className="text-review">
        <span aria-hidden>*</span>
        <span className="sr-only"> required</span>
      </span>
    )}
  </span>
);

const titleOf = (node: FieldNode): string =>
  [node.ghost, node.title, node.type + (node.isRequired ? ', required' : ''), node.description]
    .filter(Boolean)
    .join('\n');
