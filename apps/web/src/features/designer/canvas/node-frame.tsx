import type { ReactNode } from 'react';
import { CircleAlert, RotateCw, TriangleAlert } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { formatDuration } from '#ui/format-time.ts';
import { Monogram } from '#ui/monogram.tsx';
import { ToneIcon } from '#ui/pill.tsx';
import { signOf, stateIcons, stateTones, stateWords, type StepState } from '../step-state.ts';
import { EffectBadge, effectBorders } from './effect-badge.tsx';
import { useStepMark } from './step-marks.ts';

interface NodeFrameProps {
  readonly id: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly subtitle: string;
  readonly monogram: string | undefined;
  readonly state: StepState | undefined;
  readonly isSelected: boolean;
  readonly problems: { readonly errors: number; readonly warnings: number };
  readonly isTrigger?: boolean;
  readonly isDisabled?: boolean;
  /** Stands for another flow, so it is drawn as a stack. */
  readonly isStacked?: boolean;
  readonly children?: ReactNode;
}

/** The box of a step: its kind, its name, its state in a run, and its problems. */
export const NodeFrame = (props: NodeFrameProps) => {
  const {
    id,
    icon,
    name,
    subtitle,
    monogram,
    state,
    isSelected,
    problems,
    isTrigger = false,
    isDisabled = false,
    isStacked = false,
    children,
  } = props;
  const [effect] = useStepMark(id) ?? [];
  return (
    <div
      title={state?.reason}
      className={classNames(
        'relative flex h-full w-full items-center gap-2.5 border bg-raised px-2.5 text-left transition-[border-color,box-shadow]',
        isTrigger ? 'rounded-[26px] pl-3.5' : 'rounded-lg',
        effect === undefined ? borderOf(state, problems.errors > 0) : effectBorders[effect],
        effect === 'removed' && 'border-dashed',
        isSelected
          ? 'shadow-[0_0_0_2px_var(--accent)]'
          : isStacked
            ? stacked
            : 'hover:border-line-strong hover:shadow-float',
        state?.state === 'skipped' && 'border-dashed bg-surface text-muted [&_svg]:text-muted',
        isDisabled && 'border-dashed border-line-strong bg-surface text-muted [&_svg]:text-muted',
      )}
    >
      <span
        className={classNames(
          'grid size-8 shrink-0 place-items-center rounded-md [&_svg]:size-4',
          isTrigger ? 'bg-accent-soft text-accent-strong' : 'bg-hover',
        )}
      >
        {icon}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate leading-5 font-medium">{name}</span>
        <span className="flex min-w-0 items-center gap-1.5 text-small leading-4 text-muted">
          {monogram !== undefined && <Monogram letters={monogram} size="small" />}
          <span className="truncate">{subtitle}</span>
        </span>
      </span>
      {children}
      {effect !== undefined && <EffectBadge effect={effect} />}
      <Badges state={state} problems={problems} />
    </div>
  );
};

/** The edges of two more boxes behind this one. */
const stacked =
  'shadow-[3px_3px_0_-1px_var(--raised),3px_3px_0_0_var(--line-strong),6px_6px_0_-1px_var(--raised),6px_6px_0_0_var(--line-strong)]';

const borderOf = (state: StepState | undefined, hasErrors: boolean): string => {
  if (state?.state === 'failed') return 'border-failed';
  if (state?.state === 'running') return 'border-accent';
  if (state?.state === 'succeeded') return 'border-live/60';
  return hasErrors ? 'border-failed/60' : 'border-line';
};

const Badges = ({ state, problems }: Pick<NodeFrameProps, 'state' | 'problems'>) => (
  <>
    {state !== undefined && <StateBadge state={state} />}
    {problems.errors > 0 && (
      <span className="flex items-center gap-0.5 text-small font-medium text-failed">
        <CircleAlert aria-label={`${problems.errors} problems`} role="img" className="size-4" />
        {problems.errors > 1 && problems.errors}
      </span>
    )}
    {signOf(problems, state) === 'warnings' && (
      <span className="flex items-center gap-0.5 text-small font-medium text-review">
        <TriangleAlert aria-label={`${problems.warnings} warnings`} role="img" className="size-4" />
        {problems.warnings > 1 && problems.warnings}
      </span>
    )}
  </>
);

const StateBadge = ({ state }: { readonly state: StepState }) => {
  const { durationMs, attempts = 1, count = 1 } = state;
  return (
    <span className="flex shrink-0 flex-col items-end gap-0.5 text-caps leading-3 text-muted">
      <ToneIcon tone={stateTones[state.state]} icon={stateIcons[state.state]} label={stateWords[state.state]} />
      <span className="flex items-center gap-1">
        {attempts > 1 && (
          <span className="flex items-center gap-0.5 text-review" title={`${attempts} attempts`}>
            <RotateCw aria-hidden className="size-2.5" />
            {attempts}
          </span>
        )}
        {count > 1 && <span>{count}×</span>}
        {typeof durationMs === 'number' && <span>{formatDuration(durationMs)}</span>}
      </span>
    </span>
  );
};
