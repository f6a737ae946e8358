'use client';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Popover } from 'radix-ui';
import { stepKinds, type StepKind } from '@throughline/core/flow/step';
import { classNames } from '#ui/class-names.ts';
import { Input } from '#ui/input.tsx';
import { floatClasses } from '#ui/menu-classes.ts';
import { stepKindNames, viewOf } from './steps/registry.ts';
import { stepGroups } from './steps/step-view.ts';

interface StepPickerProps {
  /** Where it opens; undefined while it is closed. */
  readonly anchor: HTMLElement | undefined;
  readonly onClose: () => void;
  readonly onPick: (kind: StepKind) => void;
}

/** Chooses the kind of a new step: by typing a word, with arrow keys and Enter, or by clicking. */
export const StepPicker = ({ anchor, onClose, onPick }: StepPickerProps) => {
  const anchorRef = useMemo(() => ({ current: anchor ?? document.body }), [anchor]);
  return (
    <Popover.Root open={anchor !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchorRef} />
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Insert a step"
          className={classNames(floatClasses, 'flex w-72 flex-col p-0')}
        >
          <PickerList onPick={onPick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};

const PickerList = ({ onPick }: Pick<StepPickerProps, 'onPick'>) => {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = stepGroups.flatMap((group) =>
    stepKindNames.filter((kind) => viewOf(kind).group === group && matches(kind, search)),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const offset = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offset !== undefined) {
      event.preventDefault();
      setActive((active + offset + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const kind = found[active];
      if (kind !== undefined) onPick(kind);
    }
  };
  return (
    <>
      <div className="border-b border-line p-1.5">
        <Input
          role="combobox"
          aria-label="Search step kinds"
          aria-expanded
          aria-controls="step-kinds"
          aria-activedescendant={found[active] === undefined ? undefined : `step-kind-${found[active]}`}
          placeholder="Search: read, map, branch…"
          value={search}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
        />
      </div>
      <div id="step-kinds" role="listbox" aria-label="Step kinds" tabIndex={-1} className="max-h-96 overflow-auto p-1">
        {found.length === 0 && <p className="px-2 py-3 text-muted">No step kind matches “{search}”.</p>}
        {found.map((kind, index) => (
          <KindOption
            key={kind}
            kind={kind}
            isActive={index === active}
            isFirstOfGroup={index === 0 || viewOf(found[index - 1] ?? kind).group !== viewOf(kind).group}
            onPick={onPick}
          />
        ))}
      </div>
    </>
  );
};

interface KindOptionProps extends Pick<StepPickerProps, 'onPick'> {
  readonly kind: StepKind;
  readonly isActive: boolean;
  readonly isFirstOfGroup: boolean;
}

const KindOption = ({ kind, isActive, isFirstOfGroup, onPick }: KindOptionProps) => {
  const { icon: Icon, group } = viewOf(kind);
  const { title, summary } = stepKinds[kind];
  const option = useRef<HTMLDivElement>(null);
  // This is not done on every render, because it makes the browser recompute the layout of the whole page.
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <>
      {isFirstOfGroup && (
        <div aria-hidden className="px-2 pt-2 pb-0.5 text-caps text-muted">
          {group}
        </div>
      )}
      <div
        id={`step-kind-${kind}`}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        ref={option}
        onMouseDown={(event) => {
          event.preventDefault();
          onPick(kind);
        }}
        className={classNames(
          'flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover',
          isActive && 'bg-hover',
        )}
      >
        <span className="grid size-7 shrink-0 place-items-center rounded-md border border-line bg-surface">
          <Icon aria-hidden className="size-4" />
        </span>
        <span className="min-w-0">
          <span className="block leading-4 font-medium">{title}</span>
          <span className="block truncate text-small text-muted">{summary}</span>
        </span>
      </div>
    </>
  );
};

const matches = (kind: StepKind, search: string): boolean => {
  const { title, summary } = stepKinds[kind];
  const text = `${kind} ${title} ${summary} ${viewOf(kind).keywords}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
