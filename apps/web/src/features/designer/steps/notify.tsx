'use client';
import { Bell } from 'lucide-react';
import { literal } from '@throughline/core/flow/field-value';
import { shortValue } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'notify'>) => (
  <>
    <ValueField
      prefers="literal"
      label="To"
      pointer="/to"
      isRequired
      value={config.to}
      placeholder="olga@example.com"
      hint="An e-mail address, or a role such as operator."
      onChange={(to) => onChange({ ...config, to }, '/to')}
    />
    <ValueField
      prefers="literal"
      label="Subject"
      pointer="/subject"
      isRequired
      value={config.subject}
      placeholder="A project is active"
      onChange={(subject) => onChange({ ...config, subject }, '/subject')}
    />
    <ValueField
      prefers="literal"
      label="Body"
      pointer="/body"
      isRequired
      value={config.body}
      onChange={(body) => onChange({ ...config, body }, '/body')}
    />
  </>
);

export const notifyView = defineStepView('notify', {
  icon: Bell,
  group: 'People and events',
  keywords: 'mail e-mail message tell person',
  newName: 'Notify',
  initial: () => ({ to: literal(''), subject: literal(''), body: literal('') }),
  describe: ({ to }) => shortValue(to, 'choose who'),
  Form,
});
