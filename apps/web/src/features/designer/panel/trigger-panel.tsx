'use client';
import type { FlowDocument, Trigger } from '@throughline/core/flow';
import { expression } from '@throughline/core/flow/field-value';
import { triggerKinds } from '#features/triggers/trigger-kinds.ts';
import { TriggerState } from '#features/triggers/trigger-state.tsx';
import { triggerIcons } from '../canvas/nodes.tsx';
import { objectOf, useDesignerData, type DesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { ConditionField } from '../form/condition-field.tsx';
import { TextField } from '../form/text-field.tsx';
import type { FlowEdit } from '../state/edit-flow.ts';
import { exampleCondition } from './example-condition.ts';
import { TriggerFields } from './trigger-fields.tsx';
import { triggerOfKind } from './trigger-of-kind.ts';

interface TriggerPanelProps {
  readonly flow: FlowDocument;
  readonly onEdit: (edit: FlowEdit) => void;
}

const kinds = Object.entries(triggerKinds).map(([value, label]) => ({ value: value as Trigger['kind'], label }));

const ofEvents = {
  placeholder: '',
  hint: 'Other events start nothing and are listed with this reason. Every event counts when empty.',
};

/** For a manual start or a call somebody has already made the decision, so the runtime evaluates no condition. */
const unasked = { placeholder: '', hint: 'A start of this kind asks for no condition. Remove it.' };

const onlyWhen: Readonly<Record<Trigger['kind'], { readonly placeholder: string; readonly hint: string }>> = {
  webhook: ofEvents,
  change: ofEvents,
  event: { ...ofEvents, placeholder: '$trigger.amount > 0' },
  schedule: {
    placeholder: '$trigger.missed = 0',
    hint: 'At other times nothing starts, and the time is listed with this reason. Every time counts when empty.',
  },
  manual: unasked,
  call: unasked,
};

/** What starts the flow, and for which events. */
export const TriggerPanel = ({ flow, onEdit }: TriggerPanelProps) => {
  const { trigger } = flow;
  const data = useDesignerData();
  const { flowKey } = data.validation;
  const Icon = triggerIcons[trigger.kind];
  const change = (next: Trigger, field: string) => onEdit({ type: 'trigger', trigger: next, about: `trigger${field}` });
  return (
    <div className="flex flex-col">
      <div className="flex items-start gap-2.5 px-4 pt-3.5 pb-3">
        <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-strong">
          <Icon aria-hidden className="size-4" />
        </span>
        <div>
          <h2 className="leading-5 font-semibold">Trigger</h2>
          <p className="text-small text-muted">What starts a run. Steps read its data as $trigger.</p>
        </div>
      </div>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <TextField
          label="Name"
          pointer="/name"
          value={trigger.name}
          onChange={(name) => change({ ...trigger, name }, '/name')}
        />
        <ChoiceField
          label="Started by"
          pointer="/kind"
          value={trigger.kind}
          options={kinds}
          onChange={(kind) => {
            if (kind !== trigger.kind) change(triggerOfKind(kind, trigger), '/kind');
          }}
        />
        <TriggerFields trigger={trigger} onChange={change} />
        {(onlyWhen[trigger.kind] !== unasked || trigger.when !== undefined) && (
          <ConditionField
            label="Only when"
            pointer="/when"
            isOptionalExpression
            value={expression(trigger.when ?? '')}
            placeholder={placeholderOf(trigger, data)}
            hint={onlyWhen[trigger.kind].hint}
            onChange={(when) => change(withWhen(trigger, String(when.value)), '/when')}
          />
        )}
      </div>
      {flowKey !== undefined && <TriggerState flowKey={flowKey} />}
    </div>
  );
};

/** What the system sends has a shape that only the system knows, so no example is given. */
function placeholderOf(trigger: Trigger, data: DesignerData): string {
  if (trigger.kind !== 'webhook' && trigger.kind !== 'change') return onlyWhen[trigger.kind].placeholder;
  if (trigger.record === 'as-sent') return '';
  return exampleCondition(objectOf(data, trigger.connection, trigger.object)?.schema);
}

function withWhen(trigger: Trigger, when: string): Trigger {
  const { when: _before, ...others } = trigger;
  return when.trim() === '' ? others : { ...trigger, when };
}
