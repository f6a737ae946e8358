'use client';
import { ArrowRightLeft } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { MappingPicker } from '../form/create-mapping.tsx';
import { ValueField } from '../form/value-field.tsx';
import { defineStepView } from './step-view.ts';

export const mapView = defineStepView('map', {
  icon: ArrowRightLeft,
  group: 'Data',
  keywords: 'transform convert shape jsonata',
  newName: 'Map record',
  initial: () => ({ mapping: '', input: data('$trigger') }),
  describe: ({ mapping }, { mappings }) =>
    mappings.find(({ key }) => key === mapping)?.name ?? (mapping === '' ? 'choose a mapping' : mapping),
  Form: ({ config, onChange }) => (
    <>
      <MappingPicker
        pointer="/mapping"
        value={config.mapping}
        onChange={(mapping) => onChange({ ...config, mapping }, '/mapping')}
      />
      <ValueField
        prefers="data"
        label="Input"
        pointer="/input"
        isRequired
        value={config.input}
        hint="What the mapping reads: a record, or an object of several."
        onChange={(input) => onChange({ ...config, input }, '/input')}
      />
    </>
  ),
});
