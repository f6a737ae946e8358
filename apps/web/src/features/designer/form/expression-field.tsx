'use client';
import { useId } from 'react';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { ExpressionInput } from './expression-input.tsx';
import { describedBy, FieldLabel, FieldMessage, labelIdOf } from './field-frame.tsx';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';

interface ExpressionFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: string | undefined;
  /** An optional field reports undefined when it is emptied. */
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isHiddenLabel?: boolean;
  readonly isRequired?: boolean;
  /** Instead of the form's scope. */
  readonly scope?: ExpressionScope;
}

/** A JSONata expression: with completion from the scope of this step, and problems marked in the text. */
export const ExpressionField = (props: ExpressionFieldProps) => {
  const {
    label,
    pointer,
    value = '',
    hint,
    placeholder = '',
    isHiddenLabel = false,
    isRequired = false,
    scope,
  } = props;
  const { problemAt } = useFormContext();
  const host = useFocusedField(pointer);
  const id = useId();
  const problem = problemAt(pointer);
  return (
    <div ref={host} className="flex min-w-0 flex-col gap-1">
      <FieldLabel {...{ id, label, isHiddenLabel, isRequired }} />
      <ExpressionInput
        {...{ label, value, placeholder, scope }}
        onChange={props.onChange}
        labelId={labelIdOf(id)}
        describedBy={describedBy(id, problem, hint)}
        isInvalid={problem !== undefined}
      />
      <FieldMessage {...{ id, problem, hint }} />
    </div>
  );
};
