import type { ReactNode } from 'react';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleSlash,
  Eye,
  LoaderCircle,
  PencilLine,
  type LucideIcon,
} from 'lucide-react';
import { classNames } from './class-names.ts';

/** The meaning of a state, the same everywhere. Each tone has its own icon, so that colour is never the only sign. */
export type Tone = 'draft' | 'review' | 'live' | 'failed' | 'waiting' | 'skipped' | 'running' | 'paused';

interface PillProps {
  readonly tone: Tone;
  /** The word next to the icon. */
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  readonly className?: string;
}

export const Pill = ({ tone, children, icon, className }: PillProps) => {
  const Icon = icon ?? icons[tone];
  return (
    <span
      data-tone={tone}
      className={classNames(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-full px-1.5 pr-2 text-small font-medium whitespace-nowrap',
        looks[tone],
        className,
      )}
    >
      <Icon aria-hidden className={classNames('size-3.5 shrink-0', tone === 'running' && 'animate-turn')} />
      <span className="truncate">{children}</span>
    </span>
  );
};

/** The icon alone, for dense places where the word is elsewhere in the row. */
export const ToneIcon = ({
  tone,
  label,
  icon,
  className,
}: {
  readonly tone: Tone;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly className?: string;
}) => {
  const Icon = icon ?? icons[tone];
  return (
    <span className={classNames('inline-flex shrink-0', textOf[tone], className)}>
      <Icon aria-hidden className={classNames('size-4', tone === 'running' && 'animate-turn')} />
      <span className="sr-only">{label}</span>
    </span>
  );
};

const icons: Record<Tone, LucideIcon> = {
  draft: PencilLine,
  review: Eye,
  live: CircleCheck,
  failed: CircleAlert,
  waiting: CircleDashed,
  skipped: CircleSlash,
  running: LoaderCircle,
  paused: CirclePause,
};

const textOf: Record<Tone, string> = {
  draft: 'text-draft',
  review: 'text-review',
  live: 'text-live',
  failed: 'text-failed',
  waiting: 'text-waiting',
  skipped: 'text-skipped',
  running: 'text-accent',
  paused: 'text-draft',
};

const looks: Record<Tone, string> = {
  draft: 'bg-draft-soft text-draft',
  review: 'bg-review-soft text-review',
  live: 'bg-live-soft text-live',
  failed: 'bg-failed-soft text-failed',
  waiting: 'bg-waiting-soft text-waiting',
  skipped: 'border border-dashed border-line-strong text-skipped',
  running: 'bg-accent-soft text-accent-strong',
  paused: 'bg-draft-soft text-draft',
};
