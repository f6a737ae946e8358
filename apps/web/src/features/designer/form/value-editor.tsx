'use client';
import type { FieldValue } from '@throughline/core/flow/field-value';
import { DataInput } from './data-input.tsx';
import { ExpressionInput } from './expression-input.tsx';
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
        <ExpressionInput
          {...{ label, labelId, describedBy, placeholder }}
          value={value.value}
          onChange={(text) => onChange({ kind: 'expression', value: text })}
          isInvalid={problem !== undefined}
        />
      );
  }
};
