'use client';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import { withField, type PayloadField } from './payload-fields.ts';

interface PayloadFormProps {
  readonly fields: readonly PayloadField[];
  readonly problem: string | undefined;
  readonly payload: unknown;
  readonly onChange: (payload: unknown) => void;
}

/** The payload's values, one control each. What is empty says so. */
export const PayloadForm = ({ fields, problem, payload, onChange }: PayloadFormProps) => {
  if (problem !== undefined) return <Notice tone="fail">{problem} Correct it as JSON first.</Notice>;
  if (fields.length === 0) return <p className="text-muted">This payload has no single values. Edit it as JSON.</p>;
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      {fields.map((field) => (
        <PayloadControl
          key={field.path.join('/')}
          field={field}
          onChange={(value) => onChange(withField(payload, field.path, value))}
        />
      ))}
    </div>
  );
};

interface PayloadControlProps {
  readonly field: PayloadField;
  readonly onChange: (value: PayloadField['value']) => void;
}

const PayloadControl = ({ field, onChange }: PayloadControlProps) => {
  const isEmpty = field.value === null || field.value === '';
  const group = field.path.slice(0, -1).join(' › ');
  return (
    <Field
      label={field.title}
      hint={
        <span className="line-clamp-2">
          {isEmpty && <span className="font-medium text-review">empty</span>}
          {isEmpty && (field.description !== undefined || group !== '') && ' · '}
          {field.description ?? group}
        </span>
      }
    >
      {(control) => {
        if (typeof field.value === 'boolean' || field.choices.length > 0) {
          return (
            <Select
              {...control}
              value={asText(field.value)}
              onChange={(text) => onChange(asValue(text, field))}
              options={optionsOf(field)}
            />
          );
        }
        return (
          <Input
            {...control}
            type={inputTypes[field.format ?? ''] ?? 'text'}
            value={asText(field.value)}
            onChange={(event) => onChange(asValue(event.target.value, field))}
            className={isEmpty ? 'border-review' : ''}
          />
        );
      }}
    </Field>
  );
};

const inputTypes: Readonly<Record<string, string>> = { date: 'date', email: 'email', uri: 'url' };

const asText = (value: PayloadField['value']): string => (value === null ? '' : String(value));

/** Empty means nothing, and a number stays a number, so that the flow sees what the system would have given. */
const asValue = (text: string, { value }: PayloadField): PayloadField['value'] => {
  if (text === '') return null;
  if (typeof value === 'boolean') return text === 'true';
  if (typeof value === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
};

const optionsOf = ({ value, choices }: PayloadField) => {
  if (typeof value === 'boolean') {
    return [
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ];
  }
  const known = choices.map((choice) => ({ value: choice, label: choice }));
  const own =
    typeof value === 'string' && value !== '' && !choices.includes(value)
      ? [{ value, label: `${value} (not known there)` }]
      : [];
  return [{ value: '', label: 'nothing' }, ...own, ...known];
};
