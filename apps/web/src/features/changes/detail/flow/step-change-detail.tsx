import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { EffectBadge } from '../../../designer/canvas/effect-badge.tsx';
import { useDesignerData } from '../../../designer/designer-data.ts';
import { AnchorThreads } from '../threads/anchor-threads.tsx';
import type { FieldChange, StepChange } from './compare-flow-steps.ts';
import { InlineDiff } from './inline-diff.tsx';
import { describePlace } from './step-place.ts';
import { StepFields } from './step-fields.tsx';
import { ChangeIcon } from './step-change-list.tsx';
import { stepSettings } from './step-settings.ts';
import { stepSentence } from './step-sentence.ts';

interface StepChangeDetailProps {
  readonly change: StepChange;
  readonly before: FlowDocument;
  readonly after: FlowDocument;
}

/** One step: what it does if it was added or removed, where it moved, and each field before and after. */
export const StepChangeDetail = ({ change, before, after }: StepChangeDetailProps) => {
  const data = useDesignerData();
  const isAdded = change.effects.includes('added');
  const flow = isAdded ? after : before;
  const whole = isAdded || change.effects.includes('removed') ? findStep(flow.body, change.id)?.step : undefined;
  return (
    <article aria-label={change.name} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-2">
        <ChangeIcon change={change} />
        <h3 className="min-w-0 font-semibold">{change.name}</h3>
        {change.effects.map((effect) => (
          <EffectBadge key={effect} effect={effect} />
        ))}
      </header>
      {whole !== undefined && (
        <>
          <p>
            {stepSentence(whole, data)}, {describePlace(flow, change.id)}.
          </p>
          <StepFields settings={stepSettings(whole)} />
        </>
      )}
      {change.effects.includes('switched off') && (
        <p>It no longer runs, and neither do the steps inside it: what it did or checked is done by nobody.</p>
      )}
      {change.effects.includes('switched on') && <p>It was switched off before, and runs again.</p>}
      {change.moved !== undefined && (
        <p className="text-muted">
          It was <span className="text-text">{change.moved.from}</span> and is now{' '}
          <span className="text-text">{change.moved.to}</span>.
        </p>
      )}
      {change.fields.map((field) => (
        <Field key={field.pointer} field={field} />
      ))}
      <AnchorThreads kind="step" anchor={change.id} />
    </article>
  );
};

const Field = ({ field }: { readonly field: FieldChange }) => (
  <section className="flex flex-col gap-1">
    <h4 className="flex flex-wrap items-center gap-0.5 text-small text-muted">
      {field.label.map((word, index) => (
        <LabelPart key={field.label.slice(0, index + 1).join('/')} isFirst={index === 0}>
          {word}
        </LabelPart>
      ))}
    </h4>
    <InlineDiff before={field.before} after={field.after} label={field.label.join(' ')} />
  </section>
);

const LabelPart = ({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) => (
  <>
    {!isFirst && <ChevronRight aria-hidden className="size-3" />}
    <span>{children}</span>
  </>
);
