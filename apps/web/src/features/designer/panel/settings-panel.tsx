'use client';
import type { FlowDocument } from '@throughline/core/flow';
import { Settings2 } from 'lucide-react';
import { DurationField } from '../form/duration-field.tsx';
import { ExpressionField } from '../form/expression-field.tsx';
import { TextField } from '../form/text-field.tsx';
import type { FlowEdit } from '../state/edit-flow.ts';

interface SettingsPanelProps {
  readonly flow: FlowDocument;
  readonly onEdit: (edit: FlowEdit) => void;
}

type Settings = FlowDocument['settings'];

const keys = [
  { name: 'businessKey', label: 'Business key', hint: 'What operators search for, such as the id of the deal.' },
  { name: 'businessLabel', label: 'Label', hint: 'What they read next to it, such as its name.' },
  { name: 'idempotencyKey', label: 'Idempotency key', hint: 'Equal keys are one event: the second starts nothing.' },
  { name: 'orderingKey', label: 'Ordering key', hint: 'Runs of equal keys never overlap and keep their order.' },
] as const;

/** The settings of the flow, for all of its runs. */
export const SettingsPanel = ({ flow, onEdit }: SettingsPanelProps) => {
  const { settings } = flow;
  const change = (next: Settings, name: string) =>
    onEdit({ type: 'settings', settings: next, about: `settings/${name}` });
  return (
    <div className="flex flex-col">
      <div className="flex items-start gap-2.5 px-4 pt-3.5 pb-3">
        <span className="grid size-8 shrink-0 place-items-center rounded-md border border-line bg-surface">
          <Settings2 aria-hidden className="size-4" />
        </span>
        <div>
          <h2 className="leading-5 font-semibold">Flow settings</h2>
          <p className="text-small text-muted">What holds for every run.</p>
        </div>
      </div>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <TextField
          label="Description"
          pointer="/description"
          isLong
          value={flow.description}
          onChange={(description) => onEdit({ type: 'description', description })}
        />
        {keys.map(({ name, label, hint }) => (
          <ExpressionField
            key={name}
            label={label}
            pointer={`/${name}`}
            value={settings[name]}
            hint={hint}
            placeholder="$trigger.Id"
            onChange={(text) => change(withKey(settings, name, text), name)}
          />
        ))}
        <DurationField
          label="A run takes at most"
          pointer="/timeout"
          value={settings.timeout}
          onChange={(timeout) => change({ ...settings, timeout }, 'timeout')}
        />
        <DurationField
          label="Keep payloads for"
          pointer="/retention"
          value={settings.retention}
          hint="After that only states, times and links of a finished run remain."
          onChange={(retention) => change({ ...settings, retention }, 'retention')}
        />
      </div>
    </div>
  );
};

function withKey(settings: Settings, name: (typeof keys)[number]['name'], text: string): Settings {
  const { [name]: _before, ...others } = settings;
  return text.trim() === '' ? others : { ...settings, [name]: text };
}
