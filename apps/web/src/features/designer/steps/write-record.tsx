'use client';
import { useState } from 'react';
import { data, expression, type FieldValue } from '@throughline/core/flow/field-value';
import { systemOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { MappingPicker } from '../form/create-mapping.tsx';
import { useFormContext } from '../form/form-context.ts';
import { isBlank } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import type { StepFormProps } from './step-view.ts';

type Config = StepFormProps<'write'>['config'];
type Source = 'mapping' | 'result' | 'expression';

const sources = [
  { value: 'mapping', label: 'A mapping' },
  { value: 'result', label: 'The result of an earlier step' },
  { value: 'expression', label: 'An expression' },
] as const;

/** The record to write: a mapping's result, what an earlier step has mapped, or an expression. */
export const WriteRecord = ({ config, onChange }: StepFormProps<'write'>) => {
  const { mapped } = useFormContext();
  const [chosen, setChosen] = useState<Source>();
  const source = config.record === undefined || chosen === undefined ? sourceOf(config) : chosen;
  return (
    <>
      <ChoiceField
        label="Record comes from"
        pointer="/record-source"
        value={source}
        options={sources.filter(({ value }) => value !== 'result' || value === source || mapped.length > 0)}
        onChange={(next) => {
          if (next === source) return;
          setChosen(next);
          onChange(withSource(config, next, mapped[0]?.path ?? ''), '/record-source');
        }}
      />
      {source === 'result' && (
        <ChoiceField
          label="Result of"
          pointer="/record"
          isRequired
          value={String(config.record?.value ?? '')}
          placeholder="Choose a step…"
          options={mapped.map(({ path, name }) => ({ value: path, label: name }))}
          onChange={(path) => onChange({ ...config, record: data(path) }, '/record')}
        />
      )}
      {source === 'mapping' && <MappedRecord config={config} onChange={onChange} />}
      {source === 'expression' && (
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

const MappedRecord = ({ config, onChange }: StepFormProps<'write'>) => {
  const system = systemOf(useDesignerData(), config.connection)?.id;
  return (
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
  );
};

/** The whole result of a step is chosen from a list; anything else is written. */
function sourceOf({ record }: Config): Source {
  if (record === undefined) return 'mapping';
  return record.kind === 'data' && /^\$steps\.[A-Za-z0-9]+$/.test(record.value) ? 'result' : 'expression';
}

function withSource(config: Config, source: Source, nearest: string): Config {
  const { mapping: _mapping, input: _input, record, ...others } = config;
  switch (source) {
    case 'mapping':
      return others;
    case 'result':
      return { ...others, record: data(nearest) };
    case 'expression':
      return { ...others, record: record ?? expression('') };
  }
}

function withInput({ input: _before, ...others }: Config, input: FieldValue): Config {
  return isBlank(input) ? others : { ...others, input };
}
