'use client';
import type { Trigger } from '@throughline/core/flow';
import { objectOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { DurationField } from '../form/duration-field.tsx';
import { IncludeField } from '../form/include-field.tsx';
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

const recordKinds = [
  { value: 'read', label: 'The record, read from the system' },
  { value: 'as-sent', label: 'What the system sent' },
] as const;

const deletionKinds = [
  { value: 'ignore', label: 'Start nothing' },
  { value: 'start', label: 'Start a run with the record’s id' },
] as const;

const RecordFields = ({ trigger, onChange }: RecordFieldsProps) => {
  const object = objectOf(useDesignerData(), trigger.connection, trigger.object);
  return (
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
      <ChoiceField
        label="$trigger is"
        pointer="/record"
        value={trigger.record}
        options={recordKinds}
        hint={
          trigger.record === 'read'
            ? 'Webhooks, polls and tests all give the record in the same shape.'
            : 'Nothing is read. What is sent depends on the system, so fields cannot be suggested or checked.'
        }
        onChange={(record) => onChange({ ...trigger, record }, '/record')}
      />
      {trigger.record === 'read' && (
        <IncludeField
          object={object}
          value={trigger.include}
          onChange={(include) => onChange({ ...trigger, include }, '/include')}
        />
      )}
      <ChoiceField
        label="Deleted records"
        pointer="/deletions"
        value={trigger.deletions}
        options={deletionKinds}
        onChange={(deletions) => onChange({ ...trigger, deletions }, '/deletions')}
      />
    </>
  );
};
