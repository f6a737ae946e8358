'use client';
import type { ReactNode } from 'react';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';

interface TextFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
}

export const TextField = (props: TextFieldProps) => {
  const { label, pointer, value, onChange, hint, placeholder, isCode = false, isLong = false } = props;
  const { problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  const shared = {
    value,
    placeholder,
    readOnly: isReadOnly,
    spellCheck: !isCode,
    className: isCode ? 'font-mono text-code' : '',
  };
  return (
    <div ref={host}>
      <Field label={label} error={problemAt(pointer)} hint={hint} isRequired={props.isRequired ?? false}>
        {(control) =>
          isLong ? (
            <Textarea {...control} {...shared} onChange={(event) => onChange(event.target.value)} />
          ) : (
            <Input {...control} {...shared} onChange={(event) => onChange(event.target.value)} />
          )
        }
      </Field>
    </div>
  );
};

interface NumberFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly hint?: ReactNode;
}

export const NumberField = ({ label, pointer, value, onChange, min, max, hint }: NumberFieldProps) => {
  const { problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  return (
    <div ref={host} className="min-w-0">
      <Field label={label} error={problemAt(pointer)} hint={hint}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={min}
            max={max}
            value={value}
            readOnly={isReadOnly}
            onChange={(event) => {
              if (event.target.value !== '') onChange(Number(event.target.value));
            }}
          />
        )}
      </Field>
    </div>
  );
};
