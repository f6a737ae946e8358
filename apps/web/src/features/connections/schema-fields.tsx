'use client';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { Field, type FieldControlProps } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { SecretInput } from './secret-input.tsx';

export type FieldValues = Readonly<Record<string, unknown>>;

interface SchemaFieldsProps {
  readonly schema: JsonSchema;
  readonly values: FieldValues;
  readonly onChange: (values: FieldValues) => void;
  /** Secrets that are set on the server; their values never come here. */
  readonly secretFields?: readonly string[];
  /** True when those secrets have to be entered again. */
  readonly isAgain?: boolean;
}

/** One control per property of a flat JSON Schema, with its title and description. */
export const SchemaFields = ({ schema, values, onChange, secretFields = [], isAgain = false }: SchemaFieldsProps) => (
  <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
    {Object.entries(schema.properties ?? {}).map(([name, property]) => (
      <Field
        key={name}
        label={property.title ?? name}
        hint={property.description}
        isRequired={schema.required?.includes(name) === true}
        demand={isAgain && secretFields.includes(name) ? 'enter again' : undefined}
        className={property.format === 'multiline' || name === 'privateKey' ? 'sm:col-span-2' : ''}
      >
        {(control) => (
          <SchemaControl
            control={control}
            schema={property}
            value={values[name]}
            isSet={secretFields.includes(name)}
            isAgain={isAgain && secretFields.includes(name)}
            isRequired={schema.required?.includes(name) === true}
            isPem={name === 'privateKey'}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        )}
      </Field>
    ))}
  </div>
);

interface SchemaControlProps {
  readonly control: FieldControlProps;
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly isSet: boolean;
  readonly isAgain: boolean;
  readonly isRequired: boolean;
  readonly isPem: boolean;
  readonly onChange: (value: unknown) => void;
}

const SchemaControl = (props: SchemaControlProps) => {
  const { control, schema, value, isSet, isAgain, isRequired, isPem, onChange } = props;
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  if (schema.format === 'password' || (isSet && !isAgain)) {
    return (
      <SecretInput
        control={control}
        value={value}
        isSet={isSet}
        isAgain={isAgain}
        isRequired={isRequired}
        isMultiline={isPem}
        onChange={onChange}
      />
    );
  }
  if (schema.enum !== undefined) {
    const options = schema.enum
      .filter((choice) => typeof choice === 'string')
      .map((choice) => ({ value: choice, label: choice }));
    return <Select {...control} value={text} onChange={onChange} options={options} />;
  }
  if (schema.type === 'boolean') {
    return (
      <input
        {...control}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
    );
  }
  if (schema.format === 'multiline') {
    return (
      <Textarea
        {...control}
        className="font-mono text-code"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return (
    <Input
      {...control}
      required={isAgain}
      inputMode={isNumber ? 'numeric' : undefined}
      value={text}
      placeholder={typeof schema.examples?.[0] === 'string' ? schema.examples[0] : undefined}
      onChange={(event) => onChange(isNumber ? numberOf(event.target.value) : event.target.value)}
    />
  );
};

const numberOf = (text: string): unknown => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
