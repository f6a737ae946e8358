'use client';
import { Workflow } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { useDesignerData } from '../designer-data.ts';
import { ValueField } from '../form/value-field.tsx';
import { DefinitionPicker } from '../form/pickers.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';
import { ownValue } from '@throughline/core/connector/own-value';

const Form = ({ config, onChange }: StepFormProps<'call'>) => {
  const { flows, validation } = useDesignerData();
  const callable = flows.filter(
    ({ key }) => ownValue(validation.flows, key)?.trigger.kind === 'call' || key === config.flow,
  );
  return (
    <>
      <DefinitionPicker
        label="Flow"
        pointer="/flow"
        value={config.flow}
        choices={callable}
        editor={['flows']}
        hint="Only flows whose trigger is “called by another flow” can be called."
        onChange={(flow) => onChange({ ...config, flow }, '/flow')}
      />
      <ValueField
        prefers="data"
        label="Input"
        pointer="/input"
        isRequired
        value={config.input}
        hint="Its $trigger."
        onChange={(input) => onChange({ ...config, input }, '/input')}
      />
    </>
  );
};

export const callView = defineStepView('call', {
  icon: Workflow,
  group: 'Path',
  keywords: 'sub-flow subflow run flow reuse',
  newName: 'Call flow',
  initial: () => ({ flow: '', input: data('$trigger') }),
  describe: ({ flow }, { flows }) =>
    flows.find(({ key }) => key === flow)?.name ?? (flow === '' ? 'choose a flow' : flow),
  Form,
});
