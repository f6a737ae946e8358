'use client';
import type { ReactNode } from 'react';
import { Sparkles } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep, walkSteps } from '@throughline/core/flow/walk';
import { Notice } from '#ui/states.tsx';
import { describeTrigger } from '../../../designer/describe-trigger.ts';
import { useDesignerData } from '../../../designer/designer-data.ts';
import { FlowCanvas } from '../../../designer/flow-canvas.tsx';
import { viewOf } from '../../../designer/steps/registry.ts';
import { AnchorThreads } from '../threads/anchor-threads.tsx';
import { triggerId } from './compare-flow-steps.ts';
import { useHasRoom } from './flow-sides.tsx';
import { StepFields } from './step-fields.tsx';
import { flowSettings, stepSettings, triggerSettings, type Setting } from './step-settings.ts';
import { stepSentence } from './step-sentence.ts';
import { slotTitle } from './step-place.ts';
import { useChosenStep } from './use-chosen-change.ts';

interface NewFlowProps {
  readonly flow: FlowDocument;
  readonly switcher: ReactNode;
}

/** A flow that was never published: what it does, as one drawing and as a description step by step. */
export const NewFlow = ({ flow, switcher }: NewFlowProps) => {
  const hasRoom = useHasRoom();
  const [chosenId, choose] = useChosenStep(triggerId, (id) => findStep(flow.body, id) !== undefined);
  const steps = [...walkSteps(flow.body)];
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <Notice tone="info" icon={<Sparkles aria-hidden />}>
            A new flow with {steps.length === 1 ? 'one step' : `${steps.length} steps`}: there is no earlier version to
            compare it with.{flow.description !== '' && ` ${flow.description}`}
          </Notice>
        </div>
        {switcher}
      </div>
      <div className="grid overflow-hidden rounded-md border border-line lg:grid-cols-2">
        <StepStory flow={flow} chosenId={chosenId} onChoose={choose} />
        {hasRoom && (
          <div className="relative min-h-[26rem] border-l border-line">
            <div className="absolute inset-0">
              <FlowCanvas flow={flow} selectedId={chosenId} onSelect={choose} label="The new flow" />
            </div>
          </div>
        )}
      </div>
    </div>
  );
};

interface StepStoryProps {
  readonly flow: FlowDocument;
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

const StepStory = ({ flow, chosenId, onChoose }: StepStoryProps) => {
  const data = useDesignerData();
  return (
    <ol aria-label="What the flow does" className="max-h-[36rem] overflow-y-auto py-1">
      <StoryLine
        isChosen={chosenId === triggerId}
        onClick={() => onChoose(triggerId)}
        depth={0}
        settings={triggerSettings(flow.trigger)}
        anchor={triggerId}
      >
        <span className="font-medium">{flow.trigger.name}</span>
        <span className="block text-small text-muted">Starts the flow: {describeTrigger(flow.trigger, data)}</span>
      </StoryLine>
      {[...walkSteps(flow.body)].map(({ step, ancestors, index }) => {
        const Icon = viewOf(step.kind).icon;
        const parent = ancestors.at(-1);
        return (
          <StoryLine
            key={step.id}
            isChosen={chosenId === step.id}
            onClick={() => onChoose(step.id)}
            depth={ancestors.length}
            settings={stepSettings(step)}
            anchor={step.id}
          >
            {parent !== undefined && index === 0 && (
              <span className="block text-caps text-muted">{slotTitle(parent.step, parent.slot)}</span>
            )}
            <span className="flex items-center gap-1.5 font-medium">
              <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />
              {step.name}
            </span>
            <span className="block text-small break-words text-muted">{stepSentence(step, data)}.</span>
          </StoryLine>
        );
      })}
      <li className="flex flex-col gap-1.5 px-3 py-1.5">
        <span className="font-medium">Flow settings</span>
        <StepFields settings={flowSettings(flow)} />
      </li>
    </ol>
  );
};

interface StoryLineProps {
  readonly isChosen: boolean;
  readonly depth: number;
  readonly onClick: () => void;
  readonly settings: readonly Setting[];
  readonly anchor: string;
  readonly children: ReactNode;
}

/** Everything is new, so the settings of every step are shown. */
const StoryLine = ({ isChosen, depth, onClick, settings, anchor, children }: StoryLineProps) => (
  <li className={isChosen ? 'bg-accent-soft' : ''}>
    <button
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onClick}
      style={indent(depth)}
      className={`block w-full py-1.5 pr-3 text-left transition-colors ${isChosen ? '' : 'hover:bg-hover'}`}
    >
      {children}
    </button>
    {settings.length > 0 && (
      <div style={indent(depth)} className="pr-3 pb-2">
        <StepFields settings={settings} />
      </div>
    )}
    {isChosen && (
      <div style={indent(depth)} className="pr-3 pb-2">
        <AnchorThreads kind="step" anchor={anchor} />
      </div>
    )}
  </li>
);

const indent = (depth: number) => ({ paddingLeft: 12 + Math.min(depth, 6) * 16 });
