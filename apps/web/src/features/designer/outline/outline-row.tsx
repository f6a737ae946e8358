'use client';
import { memo, useRef, type DragEvent } from 'react';
import {
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleSlash,
  CornerDownRight,
  Pin,
  Plus,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import { kindOf, type Step } from '@throughline/core/flow/step';
import { classNames } from '#ui/class-names.ts';
import { ToneIcon } from '#ui/pill.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { triggerIcons } from '../canvas/nodes.tsx';
import { howOf } from '../how-of.ts';
import type { SelectHow } from '../state/designer-state.ts';
import type { ProblemCounts } from '../placed-problem.ts';
import { signOf, stateIcons, stateTones, stateWords, type StepState } from '../step-state.ts';
import { useIsPinned } from '../test-run/pins-context.ts';
import { viewOf } from '../steps/registry.ts';
import type { Trigger } from '@throughline/core/flow';
import type { OutlineRow } from './outline-rows.ts';

export interface RowHandlers {
  readonly onSelect: (row: OutlineRow, how: SelectHow) => void;
  readonly onToggle: (row: OutlineRow) => void;
  readonly onAdd: ((row: OutlineRow, at: HTMLElement) => void) | undefined;
  readonly onDrag: ((id: string | undefined) => void) | undefined;
  readonly onDragOver: (row: OutlineRow, event: DragEvent<HTMLDivElement>) => void;
  readonly onDrop: (row: OutlineRow, event: DragEvent<HTMLDivElement>) => void;
}

interface RowProps {
  readonly row: OutlineRow;
  readonly triggerKind: Trigger['kind'];
  readonly isSelected: boolean;
  readonly isDisabled: boolean;
  readonly isTabStop: boolean;
  readonly problems: ProblemCounts | undefined;
  readonly state: StepState | undefined;
  readonly dropEdge: 'above' | 'below' | undefined;
  readonly handlers: RowHandlers;
}

export const rowHeight = 28;

export const Row = memo((props: RowProps) => {
  const { row, triggerKind, isSelected, isDisabled, isTabStop, problems, state, dropEdge, handlers } = props;
  const name = useRef<HTMLSpanElement>(null);
  return (
    <Tooltip text={nameOf(row)} side="right" whenCut={name}>
      <div
        role="treeitem"
        id={`outline-${row.id}`}
        data-row={row.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-level={row.level}
        aria-posinset={row.position}
        aria-setsize={row.setSize}
        aria-selected={isSelected}
        aria-expanded={row.isOpen}
        draggable={row.type === 'step' && handlers.onDrag !== undefined}
        onClick={(event) => handlers.onSelect(row, howOf(event))}
        onKeyDown={undefined}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', row.id);
          handlers.onDrag?.(row.id);
        }}
        onDragEnd={() => handlers.onDrag?.(undefined)}
        onDragOver={(event) => handlers.onDragOver(row, event)}
        onDrop={(event) => handlers.onDrop(row, event)}
        className={classNames(
          'group flex cursor-default items-center gap-1.5 pr-1.5 select-none',
          isSelected ? 'bg-accent-soft' : 'hover:bg-hover',
          dropEdge === 'above' && 'shadow-[inset_0_2px_0_var(--accent)]',
          dropEdge === 'below' && 'shadow-[inset_0_-2px_0_var(--accent)]',
        )}
        style={{ height: rowHeight, paddingLeft: 4 + (row.level - 1) * 12 }}
      >
        <Toggle row={row} onToggle={handlers.onToggle} />
        <RowIcon row={row} triggerKind={triggerKind} />
        <span
          ref={name}
          className={classNames(
            'min-w-0 flex-1 truncate',
            row.type === 'slot' && 'text-small text-muted',
            isDisabled && 'text-muted line-through',
          )}
        >
          {nameOf(row)}
        </span>
        <AddButton row={row} onAdd={handlers.onAdd} />
        {row.type === 'step' && <RowMarks step={row.step} />}
        <RowBadge problems={problems} state={state} />
      </div>
    </Tooltip>
  );
});

/** What the author left on a step: a note, and that it is switched off. */
const RowMarks = ({ step }: { readonly step: Step }) => (
  <>
    {step.note !== undefined && step.note !== '' && (
      <StickyNote role="img" aria-label="has a note" className="size-3.5 shrink-0 text-muted" />
    )}
    {useIsPinned(step.id) && <Pin role="img" aria-label="pinned" className="size-3.5 shrink-0 text-accent-strong" />}
    {step.disabled === true && (
      <CircleSlash role="img" aria-label="disabled" className="size-3.5 shrink-0 text-skipped" />
    )}
  </>
);

/** Takes up space only while it can be used, so that names get the width. */
const AddButton = ({ row, onAdd }: { readonly row: OutlineRow; readonly onAdd: RowHandlers['onAdd'] }) =>
  onAdd === undefined ? null : (
    <button
      type="button"
      tabIndex={-1}
      aria-label={row.type === 'slot' ? `Add a step to ${row.title}` : `Add a step below ${nameOf(row)}`}
      className="-ml-1.5 grid h-5 w-0 shrink-0 place-items-center overflow-hidden rounded-sm text-muted group-hover:ml-0 group-hover:w-5 hover:bg-raised hover:text-text focus-visible:ml-0 focus-visible:w-5 [@media(hover:none)]:ml-0 [@media(hover:none)]:w-5"
      onClick={(event) => {
        event.stopPropagation();
        onAdd(row, event.currentTarget);
      }}
    >
      <Plus aria-hidden className="size-3.5" />
    </button>
  );

const nameOf = (row: OutlineRow): string => {
  if (row.type === 'step') return row.step.name;
  return row.type === 'slot' ? `${row.title}${row.count === 0 ? ' (empty)' : ''}` : row.name;
};

const Toggle = ({ row, onToggle }: { readonly row: OutlineRow; readonly onToggle: (row: OutlineRow) => void }) => {
  if (row.isOpen === undefined) return <span className="size-4 shrink-0" />;
  const Arrow = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`${row.isOpen ? 'Collapse' : 'Expand'} ${nameOf(row)}`}
      className="grid size-4 shrink-0 place-items-center rounded-sm text-muted hover:text-text"
      onClick={(event) => {
        event.stopPropagation();
        onToggle(row);
      }}
    >
      <Arrow aria-hidden className="size-3.5" />
    </button>
  );
};

const RowIcon = ({ row, triggerKind }: { readonly row: OutlineRow; readonly triggerKind: Trigger['kind'] }) => {
  if (row.type === 'slot') return <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-muted" />;
  const Icon = row.type === 'trigger' ? triggerIcons[triggerKind] : viewOf(row.step.kind).icon;
  const label = row.type === 'trigger' ? 'Trigger' : kindOf(row.step).title;
  return <Icon role="img" aria-label={label} className="size-4 shrink-0 text-muted" />;
};

const RowBadge = ({ problems, state }: Pick<RowProps, 'problems' | 'state'>) => {
  switch (signOf(problems, state)) {
    case 'errors':
      return (
        <CircleAlert role="img" aria-label={`${problems?.errors} problems`} className="size-3.5 shrink-0 text-failed" />
      );
    case 'state':
      return state === undefined ? null : (
        <ToneIcon
          tone={stateTones[state.state]}
          icon={stateIcons[state.state]}
          label={stateWords[state.state]}
          className="size-3.5"
        />
      );
    case 'warnings':
      return (
        <TriangleAlert
          role="img"
          aria-label={`${problems?.warnings} warnings`}
          className="size-3.5 shrink-0 text-review"
        />
      );
    case undefined:
      return null;
  }
};
