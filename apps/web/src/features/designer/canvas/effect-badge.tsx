import { CircleDot, CircleMinus, CirclePlus, CircleSlash, MoveVertical, Power, type LucideIcon } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import type { StepEffect } from './step-marks.ts';

export const effectIcons: Record<StepEffect, LucideIcon> = {
  added: CirclePlus,
  removed: CircleMinus,
  'switched off': CircleSlash,
  'switched on': Power,
  changed: CircleDot,
  moved: MoveVertical,
};

export const effectLooks: Record<StepEffect, string> = {
  added: 'bg-live-soft text-live',
  removed: 'bg-failed-soft text-failed',
  'switched off': 'bg-failed-soft text-failed',
  'switched on': 'bg-review-soft text-review',
  changed: 'bg-review-soft text-review',
  moved: 'bg-waiting-soft text-waiting',
};

export const effectBorders: Record<StepEffect, string> = {
  added: 'border-live',
  removed: 'border-failed',
  'switched off': 'border-failed',
  'switched on': 'border-review',
  changed: 'border-review',
  moved: 'border-waiting',
};

interface EffectBadgeProps {
  readonly effect: StepEffect;
  /** A count before the word. */
  readonly count?: number;
  readonly className?: string;
}

/** What happened to a step, as an icon and a word. */
export const EffectBadge = ({ effect, count, className }: EffectBadgeProps) => {
  const Icon = effectIcons[effect];
  return (
    <span
      className={classNames(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-1.5 text-small font-medium whitespace-nowrap',
        effectLooks[effect],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {count !== undefined && <span className="tabular-nums">{count}</span>}
      {effect}
    </span>
  );
};
