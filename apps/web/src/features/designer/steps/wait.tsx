'use client';
import { Hourglass } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { ChoiceField } from '../form/choice-field.tsx';
import { describeDuration } from '../form/duration.ts';
import { DurationField } from '../form/duration-field.tsx';
import { ValueField } from '../form/value-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

type Config = StepFormProps<'wait'>['config'];
type Awaited = Config['for'];

const starts: Record<Awaited['what'], Awaited> = {
  duration: { what: 'duration', duration: 'PT5M' },
  instant: { what: 'instant', instant: data('') },
  event: { what: 'event', type: '', subject: data(''), timeout: 'P1D' },
};

const Form = ({ config, onChange }: StepFormProps<'wait'>) => (
  <>
    <ChoiceField
      label="Wait for"
      pointer="/for/what"
      value={config.for.what}
      options={[
        { value: 'duration', label: 'A length of time' },
        { value: 'instant', label: 'A moment' },
        { value: 'event', label: 'An event' },
      ]}
      onChange={(what) => {
        if (what !== config.for.what) onChange({ for: starts[what] }, '/for/what');
      }}
    />
    <AwaitedFields awaited={config.for} onChange={(awaited, field) => onChange({ for: awaited }, field)} />
  </>
);

interface AwaitedProps {
  readonly awaited: Awaited;
  readonly onChange: (awaited: Awaited, field: string) => void;
}

const AwaitedFields = ({ awaited, onChange }: AwaitedProps) => {
  switch (awaited.what) {
    case 'duration':
      return (
        <DurationField
          label="How long"
          pointer="/for/duration"
          value={awaited.duration}
          onChange={(duration) => onChange({ ...awaited, duration }, '/for/duration')}
        />
      );
    case 'instant':
      return (
        <ValueField
          prefers="data"
          label="Until"
          pointer="/for/instant"
          isRequired
          value={awaited.instant}
          hint="An ISO instant."
          onChange={(instant) => onChange({ ...awaited, instant }, '/for/instant')}
        />
      );
    case 'event':
      return (
        <>
          <TextField
            label="Event type"
            pointer="/for/type"
            isCode
            isRequired
            value={awaited.type}
            placeholder="project.activated"
            onChange={(type) => onChange({ ...awaited, type }, '/for/type')}
          />
          <ValueField
            prefers="data"
            label="Subject"
            pointer="/for/subject"
            isRequired
            value={awaited.subject}
            onChange={(subject) => onChange({ ...awaited, subject }, '/for/subject')}
          />
          <DurationField
            label="At most"
            pointer="/for/timeout"
            value={awaited.timeout}
            onChange={(timeout) => onChange({ ...awaited, timeout }, '/for/timeout')}
          />
        </>
      );
  }
};

export const waitView = defineStepView('wait', {
  icon: Hourglass,
  group: 'Path',
  keywords: 'delay sleep pause timer event until',
  newName: 'Wait',
  initial: () => ({ for: starts.duration }),
  describe: ({ for: awaited }) => {
    if (awaited.what === 'duration') return describeDuration(awaited.duration);
    return awaited.what === 'instant' ? 'until a moment' : `for ${awaited.type === '' ? 'an event' : awaited.type}`;
  },
  Form,
});
