'use client';
import { useState } from 'react';
import { Copy, MoreHorizontal, ShieldAlert, Trash2 } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { Button } from '#ui/button.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { TextField } from '../form/text-field.tsx';
import { useFormContext } from '../form/form-context.ts';
import type { FlowEdit } from '../state/edit-flow.ts';
import { viewOf } from '../steps/registry.ts';
import { IdField } from './id-field.tsx';
import { PanelSection } from './panel-section.tsx';
import { RetryFields } from './retry-fields.tsx';

interface StepPanelProps {
  readonly flow: FlowDocument;
  readonly step: Step;
  readonly onEdit: (edit: FlowEdit) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  /** Opens the step picker for the first step of the error lane. */
  readonly onAddErrorLane: (at: HTMLElement) => void;
}

/** One step: its name, what it does, and what happens when it fails. */
export const StepPanel = (props: StepPanelProps) => {
  const { step, onEdit } = props;
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
      <PanelSection title="Id and note" isOpen={false}>
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

const StepHeader = ({ step, onDuplicate, onDelete }: StepPanelProps) => {
  const { isReadOnly } = useFormContext();
  const { icon: Icon } = viewOf(step.kind);
  const { title, summary } = kindOf(step);
  return (
    <div className="flex items-start gap-2.5 px-4 pt-3.5 pb-3">
      <span className="grid size-8 shrink-0 place-items-center rounded-md border border-line bg-surface">
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="leading-5 font-semibold">{title}</h2>
        <p className="text-small text-muted">{summary}</p>
      </div>
      {!isReadOnly && (
        <DropdownMenu
          align="end"
          trigger={
            <Button variant="ghost" size="icon" aria-label="Step actions" icon={<MoreHorizontal aria-hidden />} />
          }
          sections={[
            {
              items: [
                { label: 'Duplicate', hint: 'Ctrl D', icon: <Copy aria-hidden />, onSelect: onDuplicate },
                {
                  label: 'Delete',
                  hint: 'Del',
                  icon: <Trash2 aria-hidden />,
                  isDangerous: true,
                  onSelect: onDelete,
                },
              ],
            },
          ]}
        />
      )}
    </div>
  );
};

const ErrorLane = ({ step, onAddErrorLane }: StepPanelProps) => {
  const { isReadOnly } = useFormContext();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const count = step.bodies?.[onErrorSlot]?.length ?? 0;
  return (
    <div ref={setHost} className="flex flex-col gap-1">
      <span className="text-small font-medium">When it has failed for good</span>
      <p className="text-small text-muted">
        {count === 0
          ? 'The run stops as an exception.'
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
