'use client';
import { ListChecks } from 'lucide-react';
import { expression, type FieldValue } from '@throughline/core/flow/field-value';
import { ConditionField } from '../form/condition-field.tsx';
import { isBlank } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import { Rows } from '../form/rows.tsx';
import { TextField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'check'>) => (
  <>
    <Rows
      label="Rules"
      items={config.rules}
      fewest={1}
      addLabel="Add rule"
      create={() => ({ code: '', message: '', assert: expression('') })}
      onChange={(rules) => onChange({ ...config, rules: [...rules] }, '/rules')}
      render={(rule, index, change) => (
        <>
          <TextField
            label="Code"
            pointer={`/rules/${index}/code`}
            isCode
            value={rule.code}
            placeholder="BILLING_TERMS_MISSING"
            onChange={(code) => change({ ...rule, code })}
          />
          <ConditionField
            label="Must hold"
            pointer={`/rules/${index}/assert`}
            value={rule.assert}
            onChange={(assert) => change({ ...rule, assert })}
          />
          <TextField
            label="Sentence for the operator"
            pointer={`/rules/${index}/message`}
            isLong
            value={rule.message}
            placeholder="The deal has no billing terms."
            onChange={(message) => change({ ...rule, message })}
          />
        </>
      )}
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

function withPayload({ rules }: StepFormProps<'check'>['config'], payload: FieldValue) {
  return isBlank(payload) ? { rules } : { rules, payload };
}

export const checkView = defineStepView('check', {
  icon: ListChecks,
  group: 'Data',
  keywords: 'rule validate assert exception business',
  newName: 'Check record',
  initial: () => ({ rules: [{ code: '', message: '', assert: expression('') }] }),
  describe: ({ rules }) => (rules.length === 1 ? (rules[0]?.code ?? '') || '1 rule' : `${rules.length} rules`),
  Form,
});
