'use client';
import { Megaphone } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { ValueField } from '../form/value-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'publish'>) => (
  <>
    <TextField
      label="Event type"
      pointer="/type"
      isCode
      isRequired
      value={config.type}
      placeholder="project.activated"
      hint="Words joined by dots; other flows start on it."
      onChange={(type) => onChange({ ...config, type }, '/type')}
    />
    <ValueField
      prefers="data"
      label="Subject"
      pointer="/subject"
      isRequired
      value={config.subject}
      hint="What the event is about, for example the id of the project."
      onChange={(subject) => onChange({ ...config, subject }, '/subject')}
    />
    <ValueField
      prefers="data"
      label="Data"
      pointer="/data"
      isRequired
      value={config.data}
      onChange={(data) => onChange({ ...config, data }, '/data')}
    />
  </>
);

export const publishView = defineStepView('publish', {
  icon: Megaphone,
  group: 'People and events',
  keywords: 'event emit cloudevents broadcast',
  newName: 'Publish event',
  initial: () => ({ type: '', subject: data(''), data: data('') }),
  describe: ({ type }) => (type === '' ? 'choose an event type' : type),
  Form,
});
