'use client';
import { Reply } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { ValueField } from '../form/value-field.tsx';
import { NumberField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'respond'>) => (
  <>
    <NumberField
      label="Status"
      pointer="/status"
      min={200}
      max={599}
      value={config.status}
      onChange={(status) => onChange({ ...config, status }, '/status')}
    />
    <ValueField
      prefers="data"
      label="Body"
      pointer="/body"
      isRequired
      value={config.body}
      onChange={(body) => onChange({ ...config, body }, '/body')}
    />
  </>
);

export const respondView = defineStepView('respond', {
  icon: Reply,
  group: 'People and events',
  keywords: 'answer return reply result',
  newName: 'Respond',
  initial: () => ({ status: 200, body: data('') }),
  describe: ({ status }) => `status ${status}`,
  Form,
});
