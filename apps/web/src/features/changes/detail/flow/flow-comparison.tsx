'use client';
import { useMemo, type ReactNode } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { EffectBadge } from '../../../designer/canvas/effect-badge.tsx';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { AnchorThreads } from '../threads/anchor-threads.tsx';
import { compareFlowSteps, countEffects, marksOf } from './compare-flow-steps.ts';
import { FlowSides } from './flow-sides.tsx';
import { StepChangeDetail } from './step-change-detail.tsx';
import { StepChangeList } from './step-change-list.tsx';
import { StepFields } from './step-fields.tsx';
import { stepSettings } from './step-settings.ts';
import { useChosenChange } from './use-chosen-change.ts';

interface FlowComparisonProps {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  readonly switcher?: ReactNode;
}

/** Two states of a flow: counts, both drawings with one selection, and the selected change field by field. */
export const FlowComparison = ({ before, after, switcher }: FlowComparisonProps) => {
  const changes = useMemo(() => compareFlowSteps(before, after), [before, after]);
  const marks = useMemo(() => marksOf(changes), [changes]);
  const { chosenId, position, choose, step } = useChosenChange(
    changes,
    (id) => changes.some((each) => each.id === id) || findStep(after.body, id) !== undefined,
  );
  const chosen = changes.find(({ id }) => id === chosenId);
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ul aria-label="What changed" className="flex flex-1 flex-wrap gap-1.5 max-sm:basis-full">
          {countEffects(changes).map((each) => (
            <li key={each.effect}>
              <EffectBadge {...each} />
            </li>
          ))}
          {changes.length === 0 && <li className="text-muted">Nothing changed in this flow.</li>}
        </ul>
        {changes.length > 1 && <Stepper position={position} count={changes.length} onStep={step} />}
        {switcher}
      </div>
      <FlowSides {...{ before, after, marks, chosenId }} onChoose={choose} />
      {changes.length > 0 && (
        <div className="grid rounded-md border border-line lg:grid-cols-[minmax(14rem,20rem)_minmax(0,1fr)]">
          <StepChangeList changes={changes} chosenId={chosenId} onChoose={choose} onStep={step} />
          <div className="min-w-0 border-line p-4 max-lg:hidden lg:border-l">
            {chosen === undefined ? (
              <UnchangedStep flow={after} id={chosenId} />
            ) : (
              <StepChangeDetail change={chosen} before={before} after={after} />
            )}
          </div>
          <ol aria-label="Changes in detail" className="divide-y divide-line lg:hidden">
            {changes.map((change) => (
              <li key={change.id} className="p-3">
                <StepChangeDetail change={change} before={before} after={after} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
};

interface UnchangedStepProps {
  readonly flow: FlowDocument;
  readonly id: string | undefined;
}

/** A step that was chosen in a drawing although nothing changed in it. */
const UnchangedStep = ({ flow, id }: UnchangedStepProps) => {
  const step = id === undefined ? undefined : findStep(flow.body, id)?.step;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">This step is the same on both sides. Choose one of the changes.</p>
      {step !== undefined && <StepFields settings={stepSettings(step)} />}
      {step !== undefined && <AnchorThreads kind="step" anchor={step.id} />}
    </div>
  );
};

interface StepperProps {
  readonly position: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
}

const Stepper = ({ position, count, onStep }: StepperProps) => (
  <div className="flex items-center gap-1 max-lg:hidden">
    <span role="status" className="mr-1 text-small text-muted tabular-nums">
      {position < 0 ? `${count} changes` : `${position + 1} of ${count}`}
    </span>
    <Tooltip text="Previous change (k)">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Previous change"
        aria-keyshortcuts="k"
        icon={<ChevronUp aria-hidden />}
        onClick={() => onStep(-1)}
      />
    </Tooltip>
    <Tooltip text="Next change (j)">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Next change"
        aria-keyshortcuts="j"
        icon={<ChevronDown aria-hidden />}
        onClick={() => onStep(1)}
      />
    </Tooltip>
  </div>
);
