'use client';
import { memo } from 'react';
import type { NodeProps, NodeTypes } from '@xyflow/react';
import {
  CalendarClock,
  ChevronDown,
  ChevronRight,
  Flag,
  Hand,
  PhoneIncoming,
  Radio,
  RefreshCw,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import type { Trigger } from '@throughline/core/flow';
import { triggerNodeId } from '../layout/geometry.ts';
import { viewOf } from '../steps/registry.ts';
import { NodeFrame } from './node-frame.tsx';
import { StepBadges } from './step-badges.tsx';
import type { StepNode, TriggerNode } from './node-data.ts';

export const triggerIcons: Record<Trigger['kind'], LucideIcon> = {
  webhook: Webhook,
  change: RefreshCw,
  schedule: CalendarClock,
  event: Radio,
  manual: Hand,
  call: PhoneIncoming,
};

const StepBox = memo(({ data }: NodeProps<StepNode>) => {
  const Icon = viewOf(data.step.kind).icon;
  const { step, hiddenSteps, onToggle } = data;
  return (
    <NodeFrame
      id={step.id}
      icon={<Icon aria-hidden />}
      name={step.name}
      subtitle={data.subtitle}
      monogram={data.monogram}
      state={data.state}
      isSelected={data.isSelected}
      isDisabled={data.isDisabled}
      isStacked={step.kind === 'call'}
      problems={data.problems}
    >
      <StepBadges step={step} />
      {hiddenSteps !== undefined && hiddenSteps > 0 && (
        <span className="rounded-full bg-hover px-1.5 text-caps text-muted">{hiddenSteps} inside</span>
      )}
      {data.isContainer && onToggle !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={hiddenSteps === undefined ? `Collapse ${step.name}` : `Expand ${step.name}`}
          className="nopan grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(step.id);
          }}
        >
          {hiddenSteps === undefined ? (
            <ChevronDown aria-hidden className="size-4" />
          ) : (
            <ChevronRight aria-hidden className="size-4" />
          )}
        </button>
      )}
    </NodeFrame>
  );
});

const TriggerBox = memo(({ data }: NodeProps<TriggerNode>) => {
  const Icon = triggerIcons[data.trigger.kind];
  return (
    <NodeFrame
      id={triggerNodeId}
      isTrigger
      icon={<Icon aria-hidden />}
      name={data.trigger.name}
      subtitle={data.subtitle}
      monogram={data.monogram}
      state={data.state}
      isSelected={data.isSelected}
      problems={data.problems}
    />
  );
});

const EndBox = memo(() => (
  <div className="grid size-7 place-items-center rounded-full border border-line bg-raised text-muted">
    <Flag aria-label="End of the flow" role="img" className="size-3.5" />
  </div>
));

export const nodeTypes: NodeTypes = { step: StepBox, trigger: TriggerBox, end: EndBox };
