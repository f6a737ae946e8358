'use client';
import { OctagonAlert } from 'lucide-react';
import { ExpressionField } from '../form/expression-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'raise'>) => (
  <>
    <TextField
      label="Exception code"
      pointer="/code"
      isCode
      isRequired
      value={config.code}
      placeholder="TAX_CODE_MISSING"
      onChange={(code) => onChange({ ...config, code }, '/code')}
    />
    <ExpressionField
      label="Sentence for the operator"
      pointer="/message"
      isRequired
      value={config.message}
      placeholder='"No tax code for " & $trigger.Tax_Jurisdiction__c'
      onChange={(message) => onChange({ ...config, message }, '/message')}
    />
    <ExpressionField
      label="Payload of the exception"
      pointer="/payload"
      value={config.payload}
      hint="What the operator may edit. The trigger's data when empty."
      onChange={(payload) => onChange(withPayload(config, payload), '/payload')}
    />
  </>
);

function withPayload({ code, message }: StepFormProps<'raise'>['config'], payload: string) {
  return payload.trim() === '' ? { code, message } : { code, message, payload };
}

export const raiseView = defineStepView('raise', {
  icon: OctagonAlert,
  group: 'Path',
  keywords: 'stop fail throw exception error end',
  newName: 'Raise exception',
  initial: () => ({ code: '', message: '' }),
  describe: ({ code }) => (code === '' ? 'choose a code' : code),
  Form,
});
