'use client';
import { OctagonAlert } from 'lucide-react';
import { literal, type FieldValue } from '@throughline/core/flow/field-value';
import { isBlank } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
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
    <ValueField
      prefers="literal"
      label="Sentence for the operator"
      pointer="/message"
      isRequired
      value={config.message}
      placeholder="There is no tax code for this customer."
      onChange={(message) => onChange({ ...config, message }, '/message')}
    />
    <ValueField
      prefers="data"
      label="Payload of the exception"
      pointer="/payload"
      value={config.payload}
      hint="What the operator may edit. The trigger's data when empty."
      onChange={(payload) => onChange(withPayload(config, payload), '/payload')}
    />
  </>
);

function withPayload({ code, message }: StepFormProps<'raise'>['config'], payload: FieldValue) {
  return isBlank(payload) ? { code, message } : { code, message, payload };
}

export const raiseView = defineStepView('raise', {
  icon: OctagonAlert,
  group: 'Path',
  keywords: 'stop fail throw exception error end',
  newName: 'Raise exception',
  initial: () => ({ code: '', message: literal('') }),
  describe: ({ code }) => (code === '' ? 'choose a code' : code),
  Form,
});
