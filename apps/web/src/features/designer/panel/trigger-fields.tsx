'use client';
import type { Trigger } from '@throughline/core/flow';
import { DurationField } from '../form/duration-field.tsx';
import { ConnectionPicker, ObjectPicker } from '../form/pickers.tsx';
import { TextField } from '../form/text-field.tsx';

interface TriggerFieldsProps {
  readonly trigger: Trigger;
  readonly onChange: (trigger: Trigger, field: string) => void;
}

/** The fields of one kind of trigger. */
export const TriggerFields = ({ trigger, onChange }: TriggerFieldsProps) => {
  switch (trigger.kind) {
    case 'webhook':
    case 'change':
      return <RecordFields trigger={trigger} onChange={onChange} />;
    case 'schedule':
      return (
        <>
          <TextField
            label="Times (cron)"
            pointer="/cron"
            isCode
            value={trigger.cron}
            hint="Minute, hour, day of month, month, day of week."
            onChange={(cron) => onChange({ ...trigger, cron }, '/cron')}
          />
          <TextField
            label="Time zone"
            pointer="/timeZone"
            isCode
            value={trigger.timeZone}
            onChange={(timeZone) => onChange({ ...trigger, timeZone }, '/timeZone')}
          />
        </>
      );
    case 'event':
      return (
        <TextField
          label="Event type"
          pointer="/type"
          isCode
          isRequired
          value={trigger.type}
          placeholder="project.activated"
          onChange={(type) => onChange({ ...trigger, type }, '/type')}
        />
      );
    case 'manual':
    case 'call':
      return null;
  }
};

interface RecordFieldsProps {
  readonly trigger: Extract<Trigger, { kind: 'webhook' | 'change' }>;
  readonly onChange: (trigger: Trigger, field: string) => void;
}

const RecordFields = ({ trigger, onChange }: RecordFieldsProps) => (
  <>
    <ConnectionPicker
      pointer="/connection"
      value={trigger.connection}
      onChange={(connection) => onChange({ ...trigger, connection }, '/connection')}
    />
    <ObjectPicker
      pointer="/object"
      connection={trigger.connection}
      value={trigger.object}
      onChange={(object) => onChange({ ...trigger, object }, '/object')}
    />
    {trigger.kind === 'change' && (
      <DurationField
        label="Look every"
        pointer="/every"
        value={trigger.every}
        onChange={(every) => onChange({ ...trigger, every }, '/every')}
      />
    )}
  </>
);
