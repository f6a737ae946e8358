'use client';
import { expression } from '@throughline/core/flow/field-value';
import { ChoiceField } from '../form/choice-field.tsx';
import { ValueField } from '../form/value-field.tsx';
import type { StepFormProps } from './step-view.ts';

type Config = StepFormProps<'write'>['config'];

/** How the write is undone when a later step finally fails. */
export const WriteUndo = ({ config, onChange }: StepFormProps<'write'>) => (
  <>
    <ChoiceField
      label="Undo"
      pointer="/undo"
      value={config.undo?.operation ?? 'none'}
      hint="When a later step fails for good."
      options={[
        { value: 'none', label: 'Leave it as it is' },
        { value: 'delete', label: 'Delete what this run created' },
        { value: 'update', label: 'Write other values' },
      ]}
      onChange={(operation) => {
        if (operation !== (config.undo?.operation ?? 'none')) onChange(withUndo(config, operation), '/undo');
      }}
    />
    {config.undo?.operation === 'update' && (
      <ValueField
        prefers="expression"
        label="Values to write"
        pointer="/undo/record"
        isRequired
        value={config.undo.record}
        onChange={(record) => onChange({ ...config, undo: { operation: 'update', record } }, '/undo/record')}
      />
    )}
  </>
);

function withUndo({ undo: _before, ...others }: Config, operation: 'none' | 'delete' | 'update'): Config {
  switch (operation) {
    case 'none':
      return others;
    case 'delete':
      return { ...others, undo: { operation } };
    case 'update':
      return { ...others, undo: { operation, record: expression('') } };
  }
}
