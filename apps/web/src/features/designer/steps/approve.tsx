'use client';
import { UserCheck } from 'lucide-react';
import { literal } from '@throughline/core/flow/field-value';
import { ChoiceField } from '../form/choice-field.tsx';
import { DurationField } from '../form/duration-field.tsx';
import { ValueField } from '../form/value-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'approve'>) => (
  <>
    <ValueField
      prefers="literal"
      label="Question"
      pointer="/question"
      isRequired
      value={config.question}
      placeholder="Create the customer above its credit limit?"
      onChange={(question) => onChange({ ...config, question }, '/question')}
    />
    <ChoiceField
      label="Who decides"
      pointer="/role"
      value={config.role}
      options={[
        { value: 'approver', label: 'An approver' },
        { value: 'operator', label: 'An operator' },
        { value: 'admin', label: 'An administrator' },
      ]}
      onChange={(role) => onChange({ ...config, role }, '/role')}
    />
    <ChoiceField
      label="Who started the run"
      pointer="/starterMayAnswer"
      value={config.starterMayAnswer ? 'yes' : 'no'}
      options={[
        { value: 'no', label: 'May not answer' },
        { value: 'yes', label: 'May answer' },
      ]}
      onChange={(value) => onChange({ ...config, starterMayAnswer: value === 'yes' }, '/starterMayAnswer')}
    />
    <DurationField
      label="Answer within"
      pointer="/timeout"
      value={config.timeout}
      hint="The decision is timed-out afterwards, and the flow continues."
      onChange={(timeout) => onChange({ ...config, timeout }, '/timeout')}
    />
  </>
);

export const approveView = defineStepView('approve', {
  icon: UserCheck,
  group: 'People and events',
  keywords: 'approval decision human ask question',
  newName: 'Ask for approval',
  initial: () => ({ question: literal(''), role: 'approver', timeout: 'P2D', starterMayAnswer: false }),
  describe: ({ role }) => `by ${role === 'admin' ? 'an administrator' : `an ${role}`}`,
  Form,
});
