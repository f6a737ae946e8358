'use client';
import { Repeat } from 'lucide-react';
import { data, type FieldValue } from '@throughline/core/flow/field-value';
import { ChoiceField } from '../form/choice-field.tsx';
import { isBlank, shortValue } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import { NumberField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'for-each'>) => (
  <>
    <ValueField
      prefers="data"
      label="Items"
      pointer="/items"
      isRequired
      value={config.items}
      hint="A list. Steps inside see $item and $index."
      onChange={(items) => onChange({ ...config, items }, '/items')}
    />
    <ValueField
      prefers="data"
      label="Identity of an item"
      pointer="/itemKey"
      value={config.itemKey}
      hint="Lets a replay find what was already done. The position when empty."
      onChange={(itemKey) => onChange(withItemKey(config, itemKey), '/itemKey')}
    />
    <ChoiceField
      label="When an item fails"
      pointer="/onItemError"
      value={config.onItemError}
      options={[
        { value: 'stop', label: 'Stop the run' },
        { value: 'continue', label: 'Go on with the others; the item becomes an exception' },
      ]}
      onChange={(onItemError) => onChange({ ...config, onItemError }, '/onItemError')}
    />
    <div className="grid grid-cols-2 gap-3">
      <NumberField
        label="At the same time"
        pointer="/concurrency"
        min={1}
        max={20}
        value={config.concurrency}
        onChange={(concurrency) => onChange({ ...config, concurrency }, '/concurrency')}
      />
      <NumberField
        label="Items per chunk"
        pointer="/chunkSize"
        min={1}
        max={1000}
        value={config.chunkSize}
        onChange={(chunkSize) => onChange({ ...config, chunkSize }, '/chunkSize')}
      />
    </div>
  </>
);

function withItemKey(config: StepFormProps<'for-each'>['config'], itemKey: FieldValue) {
  const { itemKey: _before, ...others } = config;
  return isBlank(itemKey) ? others : { ...others, itemKey };
}

export const forEachView = defineStepView('for-each', {
  icon: Repeat,
  group: 'Path',
  keywords: 'loop iterate list items',
  newName: 'For each item',
  initial: () => ({ items: data(''), chunkSize: 50, concurrency: 1, onItemError: 'stop' }),
  describe: ({ items }) => shortValue(items, 'choose a list'),
  Form,
});
