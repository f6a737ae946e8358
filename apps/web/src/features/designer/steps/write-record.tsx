'use client';
import { expression, type FieldValue } from '@throughline/core/flow/field-value';
import { systemOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { MappingPicker } from '../form/create-mapping.tsx';
import { isBlank } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import type { StepFormProps } from './step-view.ts';

type Config = StepFormProps<'write'>['config'];

/** The record to write: a mapping's result, or an expression. */
export const WriteRecord = ({ config, onChange }: StepFormProps<'write'>) => {
  const system = systemOf(useDesignerData(), config.connection)?.id;
  const isMapped = config.record === undefined;
  return (
    <>
      <ChoiceField
        label="Record comes from"
        pointer="/record-source"
        value={isMapped ? 'mapping' : 'expression'}
        options={[
          { value: 'mapping', label: 'A mapping' },
          { value: 'expression', label: 'An expression' },
        ]}
        onChange={(source) => {
          if ((source === 'mapping') !== isMapped) onChange(withSource(config, source), '/record-source');
        }}
      />
      {isMapped ? (
        <>
          <MappingPicker
            pointer="/mapping"
            value={config.mapping ?? ''}
            onChange={(mapping) => onChange({ ...config, mapping }, '/mapping')}
            {...(system === undefined || config.object === ''
              ? {}
              : { target: { kind: 'object' as const, system, object: config.object } })}
          />
          <ValueField
            prefers="data"
            label="Input of the mapping"
            pointer="/input"
            value={config.input}
            hint="The trigger's data when empty."
            onChange={(input) => onChange(withInput(config, input), '/input')}
          />
        </>
      ) : (
        <ValueField
          prefers="expression"
          label="Record"
          pointer="/record"
          isRequired
          value={config.record}
          onChange={(record) => onChange({ ...config, record }, '/record')}
        />
      )}
    </>
  );
};

function withSource(config: Config, source: 'mapping' | 'expression'): Config {
  const { mapping: _mapping, input: _input, record: _record, ...others } = config;
  return source === 'mapping' ? others : { ...others, record: expression('') };
}

function withInput({ input: _before, ...others }: Config, input: FieldValue): Config {
  return isBlank(input) ? others : { ...others, input };
}
