'use client';
import { ArrowRightLeft } from 'lucide-react';
import { MappingPicker } from '../form/create-mapping.tsx';
import { ExpressionField } from '../form/expression-field.tsx';
import { defineStepView } from './step-view.ts';

export const mapView = defineStepView('map', {
  icon: ArrowRightLeft,
  group: 'Data',
  keywords: 'transform convert shape jsonata',
  newName: 'Map record',
  initial: () => ({ mapping: '', input: '$trigger' }),
  describe: ({ mapping }, { mappings }) =>
    mappings.find(({ key }) => key === mapping)?.name ?? (mapping === '' ? 'choose a mapping' : mapping),
  Form: ({ config, onChange }) => (
    <>
      <MappingPicker
        pointer="/mapping"
        value={config.mapping}
        onChange={(mapping) => onChange({ ...config, mapping }, '/mapping')}
      />
      <ExpressionField
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
