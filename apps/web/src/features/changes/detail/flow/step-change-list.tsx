'use client';
import { useRef } from 'react';
import { Settings2, Zap } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { EffectBadge } from '../../../designer/canvas/effect-badge.tsx';
import { viewOf } from '../../../designer/steps/registry.ts';
import { triggerId, type StepChange } from './compare-flow-steps.ts';

interface StepChangeListProps {
  readonly changes: readonly StepChange[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Every step that changed. Arrow keys move through the list. */
export const StepChangeList = ({ changes, chosenId, onChoose, onStep }: StepChangeListProps) => {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const by = event.key === 'ArrowDown' ? 1 : -1;
    onStep(by);
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  };
  return (
    <ol ref={list} aria-label="Changes" className="max-h-96 overflow-y-auto py-1 max-lg:hidden">
      {changes.map((change) => {
        const isChosen = change.id === chosenId;
        return (
          <li key={change.id}>
            <button
              type="button"
              aria-current={isChosen ? 'true' : undefined}
              onClick={() => onChoose(change.id)}
              onKeyDown={onKeyDown}
              className={classNames(
                'flex min-h-8 w-full items-center gap-2 px-3 py-1 text-left transition-colors',
                isChosen ? 'bg-accent-soft' : 'hover:bg-hover',
              )}
            >
              <ChangeIcon change={change} />
              <span className={classNames('min-w-0 flex-1 truncate', isChosen && 'font-medium')}>{change.name}</span>
              {change.effects.map((effect) => (
                <EffectBadge key={effect} effect={effect} />
              ))}
            </button>
          </li>
        );
      })}
    </ol>
  );
};

/** The icon of the step's kind, as on the canvas. */
export const ChangeIcon = ({ change }: { readonly change: StepChange }) => {
  const Icon = change.kind === undefined ? (change.id === triggerId ? Zap : Settings2) : viewOf(change.kind).icon;
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />;
};
