'use client';
import { Bell } from 'lucide-react';
import { ExpressionField } from '../form/expression-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'notify'>) => (
  <>
    <ExpressionField
      label="To"
      pointer="/to"
      isRequired
      value={config.to}
      placeholder="$steps.contract.owner.email"
      hint="An e-mail address, or a role in quotes."
      onChange={(to) => onChange({ ...config, to }, '/to')}
    />
    <ExpressionField
      label="Subject"
      pointer="/subject"
      isRequired
      value={config.subject}
      placeholder='"Project activated: " & $trigger.Name'
      onChange={(subject) => onChange({ ...config, subject }, '/subject')}
    />
    <ExpressionField
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
  initial: () => ({ to: '', subject: '', body: '' }),
  describe: ({ to }) => (to === '' ? 'choose who' : to),
  Form,
});
