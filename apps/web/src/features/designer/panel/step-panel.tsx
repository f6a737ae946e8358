'use client';
import { useState } from 'react';
import { ShieldAlert } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { onErrorSlot, type Step } from '@throughline/core/flow/step';
import { Button } from '#ui/button.tsx';
import { TextField } from '../form/text-field.tsx';
import { useFormContext } from '../form/form-context.ts';
import { viewOf } from '../steps/registry.ts';
import type { DesignerActions } from '../use-designer.ts';
import { undoneBy } from './undone-by.ts';
import { IdField } from './id-field.tsx';
import { PanelSection } from './panel-section.tsx';
import { RetryFields } from './retry-fields.tsx';
import { StepHeader } from './step-header.tsx';

interface StepPanelProps {
  readonly flow: FlowDocument;
  readonly step: Step;
  readonly actions: DesignerActions;
  readonly onMove: () => void;
  /** Opens the step picker for the first step of the error lane. */
  readonly onAddErrorLane: (at: HTMLElement) => void;
}

/** One step: its name, what it does, and what happens when it fails. */
export const StepPanel = (props: StepPanelProps) => {
  const { step, actions } = props;
  const onEdit = actions.edit;
  const { Form } = viewOf(step.kind);
  const change = (next: Step, about: string) => onEdit({ type: 'step', step: next, about: `${step.id}${about}` });
  return (
    <div className="flex flex-col">
      <StepHeader {...props} />
      <div className="flex flex-col gap-3 px-4 pb-4">
        <TextField
          label="Name"
          pointer="/name"
          value={step.name}
          onChange={(name) => change({ ...step, name }, '/name')}
        />
        <Form
          key={step.id}
          config={step.config}
          onChange={(config, field) => change({ ...step, config } as Step, field)}
        />
      </div>
      <PanelSection title="When it fails" isOpen={step.retry !== undefined}>
        <RetryFields step={step} onChange={change} />
        <ErrorLane {...props} />
      </PanelSection>
      <PanelSection title="Id and note" isOpen={step.note !== undefined}>
        <IdField
          key={step.id}
          id={step.id}
          flow={props.flow}
          onRename={(to) => onEdit({ type: 'rename', from: step.id, to })}
        />
        <TextField
          label="Note"
          pointer="/note"
          isLong
          value={step.note ?? ''}
          placeholder="For whoever reads this next."
          onChange={(note) => change(withNote(step, note), '/note')}
        />
      </PanelSection>
    </div>
  );
};

/** What a failure here takes back, last first. */
function undoneThen(flow: FlowDocument, step: Step): string {
  const names = undoneBy(flow, step.id).map(({ name }) => `“${name}”`);
  return names.length === 0 ? '' : ` Before that, it takes back ${names.join(', ')}, as far as this run made them.`;
}

const ErrorLane = ({ flow, step, onAddErrorLane }: StepPanelProps) => {
  const { isReadOnly } = useFormContext();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const count = step.bodies?.[onErrorSlot]?.length ?? 0;
  return (
    <div ref={setHost} className="flex flex-col gap-1">
      <span className="text-small font-medium">When it has failed for good</span>
      <p className="text-small text-muted">
        {count === 0
          ? `The run stops as an exception.${undoneThen(flow, step)}`
          : `The ${count === 1 ? 'step' : `${count} steps`} of its error lane run, then the flow continues.`}
      </p>
      {!isReadOnly && count === 0 && host !== null && (
        <Button
          variant="ghost"
          className="self-start"
          icon={<ShieldAlert aria-hidden />}
          onClick={() => onAddErrorLane(host)}
        >
          Add an error lane
        </Button>
      )}
    </div>
  );
};

function withNote(step: Step, note: string): Step {
  const { note: _before, ...others } = step;
  return note === '' ? others : { ...step, note };
}
