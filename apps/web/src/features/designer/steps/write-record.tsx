'use client';
import { systemOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { MappingPicker } from '../form/create-mapping.tsx';
import { ExpressionField } from '../form/expression-field.tsx';
import type { StepFormProps } from './step-view.ts';

type Config = StepFormProps<'write'>['config'];

/** What is written: a mapping's result, or an expression. */
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
          <ExpressionField
            label="Input of the mapping"
            pointer="/input"
            value={config.input}
            placeholder="$trigger"
            hint="The trigger's data when empty."
            onChange={(input) => onChange(withInput(config, input), '/input')}
          />
        </>
      ) : (
        <ExpressionField
          label="Record"
          pointer="/record"
          isRequired
          value={config.record}
          placeholder='{ "companyName": $trigger.Name }'
          onChange={(record) => onChange({ ...config, record }, '/record')}
        />
      )}
    </>
  );
};

function withSource(config: Config, source: 'mapping' | 'expression'): Config {
  const { mapping: _mapping, input: _input, record: _record, ...others } = config;
  return source === 'mapping' ? others : { ...others, record: '' };
}

function withInput({ input: _before, ...others }: Config, input: string): Config {
  return input.trim() === '' ? others : { ...others, input };
}
