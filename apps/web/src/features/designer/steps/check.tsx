'use client';
import { ListChecks } from 'lucide-react';
import { ExpressionField } from '../form/expression-field.tsx';
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
      create={() => ({ code: '', message: '', assert: '' })}
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
          <ExpressionField
            label="Must hold"
            pointer={`/rules/${index}/assert`}
            value={rule.assert}
            placeholder="$trigger.Billing_Terms__c"
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
    <ExpressionField
      label="Payload of the exception"
      pointer="/payload"
      value={config.payload}
      hint="What the operator may edit. The trigger's data when empty."
      onChange={(payload) => onChange(withPayload(config, payload), '/payload')}
    />
  </>
);

function withPayload({ rules }: StepFormProps<'check'>['config'], payload: string) {
  return payload.trim() === '' ? { rules } : { rules, payload };
}

export const checkView = defineStepView('check', {
  icon: ListChecks,
  group: 'Data',
  keywords: 'rule validate assert exception business',
  newName: 'Check record',
  initial: () => ({ rules: [{ code: '', message: '', assert: '' }] }),
  describe: ({ rules }) => (rules.length === 1 ? (rules[0]?.code ?? '') || '1 rule' : `${rules.length} rules`),
  Form,
});
