'use client';
import { TableProperties } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { ValueField } from '../form/value-field.tsx';
import { DefinitionPicker } from '../form/pickers.tsx';
import { TextField } from '../form/text-field.tsx';
import { missingOptions } from './missing-options.ts';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'lookup'>) => {
  const { valueMaps } = useDesignerData();
  return (
    <>
      <DefinitionPicker
        label="Value map"
        pointer="/valueMap"
        value={config.valueMap}
        choices={valueMaps}
        editor={['value-maps']}
        onChange={(valueMap) => onChange({ ...config, valueMap }, '/valueMap')}
      />
      <ValueField
        prefers="data"
        label="Key"
        pointer="/key"
        isRequired
        value={config.key}
        hint="What to look up."
        onChange={(key) => onChange({ ...config, key }, '/key')}
      />
      <ChoiceField
        label="When the key is missing"
        pointer="/onMissing"
        value={config.onMissing}
        options={missingOptions}
        onChange={(onMissing) => onChange({ ...config, onMissing }, '/onMissing')}
      />
      {config.onMissing === 'fail' && (
        <TextField
          label="Exception code"
          pointer="/missingCode"
          isCode
          value={config.missingCode}
          onChange={(missingCode) => onChange({ ...config, missingCode }, '/missingCode')}
        />
      )}
    </>
  );
};

export const lookupView = defineStepView('lookup', {
  icon: TableProperties,
  group: 'Data',
  keywords: 'value map table translate code',
  newName: 'Look up value',
  initial: () => ({ valueMap: '', key: data(''), onMissing: 'fail', missingCode: 'VALUE_NOT_MAPPED' }),
  describe: ({ valueMap }, { valueMaps }) =>
    valueMaps.find(({ key }) => key === valueMap)?.name ?? (valueMap === '' ? 'choose a value map' : valueMap),
  Form,
});
