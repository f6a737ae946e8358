'use client';
import type { ReactNode } from 'react';
import { Field } from '#ui/field.tsx';
import { Select, type SelectOption } from '#ui/select.tsx';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly pointer: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly options: readonly (SelectOption & { readonly value: Value })[];
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  /** Shown next to the control, for example a link. */
  readonly action?: ReactNode;
}

/**
 * A choice between few values. A value that is no longer offered stays visible, so that just opening the form changes
 * nothing.
 */
export const ChoiceField = <Value extends string>(props: ChoiceFieldProps<Value>) => {
  const { label, pointer, value, onChange, options, hint, placeholder, action } = props;
  const { problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  const isKnown = value === undefined || value === '' || options.some((option) => option.value === value);
  const offered = isKnown ? options : [{ value, label: value, hint: 'unknown' }, ...options];
  return (
    <div ref={host} className="min-w-0">
      <Field label={label} error={problemAt(pointer)} hint={hint} isRequired={props.isRequired ?? false}>
        {(control) => (
          <div className="flex items-center gap-1.5">
            <Select
              {...control}
              value={value === '' ? undefined : value}
              onChange={(next) => {
                const chosen = options.find((option) => option.value === next);
                if (chosen !== undefined) onChange(chosen.value);
              }}
              options={offered}
              isDisabled={isReadOnly}
              {...(placeholder === undefined ? {} : { placeholder })}
            />
            {action}
          </div>
        )}
      </Field>
    </div>
  );
};
