'use client';
import { useState } from 'react';
import { blankForm, isBlank, readExpressionForm, writeField, type FieldForm } from '@throughline/core/mapping/fields';
import { Combobox } from '#ui/combobox.tsx';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { useFormScope } from './form-scope.ts';

interface SourceInputProps {
  readonly label: string;
  readonly form: FieldForm;
  readonly onChange: (form: FieldForm) => void;
  /** What can be chosen; by default, everything that can be read here. */
  readonly options?: readonly ComboboxOption[] | undefined;
}

/** A source field, found by name or by its value in the sample. A typed value or expression is taken as well. */
export const SourceInput = ({ label, form, onChange, options }: SourceInputProps) => {
  const scope = useFormScope();
  const written = isBlank(form) ? '' : writeField(form);
  const [typed, setTyped] = useState<{ readonly of: string; readonly text: string }>();
  const commit = (text: string) => {
    setTyped(undefined);
    if (text.trim() === written) return;
    onChange(text.trim() === '' ? blankForm : readExpressionForm(text.trim()));
  };
  return (
    <Combobox
      label={label}
      value={typed?.of === written ? typed.text : written}
      placeholder="Choose a field…"
      options={options ?? scope.options}
      isReadOnly={scope.isReadOnly}
      onChange={(text) => setTyped({ of: written, text })}
      onChoose={commit}
      onCommit={commit}
    />
  );
};
