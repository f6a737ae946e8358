'use client';
import type { FieldValue } from '@throughline/core/flow/field-value';
import { JsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import { classNames } from '#ui/class-names.ts';
import { DataInput } from './data-input.tsx';
import { useFormContext } from './form-context.ts';
import { LiteralInput } from './literal-input.tsx';

interface ValueEditorProps {
  readonly label: string;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly placeholder?: string | undefined;
  /** The field is a condition; its literal is always or never. */
  readonly isCondition?: boolean;
  readonly problem: string | undefined;
  readonly describedBy: string | undefined;
  readonly labelId: string;
}

/** The input of a field's value, as its kind needs it. */
export const ValueEditor = (props: ValueEditorProps) => {
  const { value, label, labelId, problem, describedBy, placeholder = '', isCondition = false, onChange } = props;
  const { scope, isReadOnly } = useFormContext();
  switch (value.kind) {
    case 'literal':
      return (
        <LiteralInput
          {...{ label, describedBy, isCondition, placeholder, onChange }}
          value={value.value}
          isInvalid={problem !== undefined}
        />
      );
    case 'data':
      return <DataInput {...{ label, describedBy, onChange }} value={value.value} isInvalid={problem !== undefined} />;
    case 'expression':
      return (
        <JsonataEditor
          value={value.value}
          onChange={(text) => onChange({ kind: 'expression', value: text })}
          scope={scope}
          label={label}
          labelledBy={labelId}
          describedBy={describedBy}
          placeholder={placeholder}
          isReadOnly={isReadOnly}
          className={classNames(
            'max-h-52 min-h-7 overflow-auto rounded-md border bg-raised transition-colors focus-within:border-accent [&_.cm-content]:py-0.75!',
            problem === undefined ? 'border-edge hover:border-muted' : 'border-failed',
          )}
        />
      );
  }
};
