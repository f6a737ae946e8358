'use client';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import { causeOf, typingFault, withField, type Cause, type PayloadField } from './payload-fields.ts';

interface PayloadFormProps {
  readonly fields: readonly PayloadField[];
  /** Fields that stopped the record, each with the reason. */
  readonly causes: readonly Cause[];
  /** The payload as it was when the record stopped. */
  readonly original: unknown;
  readonly problem: string | undefined;
  readonly payload: unknown;
  readonly onChange: (payload: unknown) => void;
}

/** The payload's values, one control each. Fields that stopped the record, and empty ones, are marked. */
export const PayloadForm = ({ fields, causes, original, problem, payload, onChange }: PayloadFormProps) => {
  if (problem !== undefined) return <Notice tone="fail">{problem} Correct it as JSON first.</Notice>;
  if (fields.length === 0) return <p className="text-muted">This payload has no single values. Edit it as JSON.</p>;
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      {fields.map((field) => (
        <PayloadControl
          key={field.path.join('/')}
          field={field}
          cause={isAsItWas(field, original) ? causeOf(field, causes) : undefined}
          onChange={(value) => onChange(withField(payload, field.path, value))}
        />
      ))}
    </div>
  );
};

/** A cause is marked until its value was changed. Only the replay shows whether the new value is right. */
const isAsItWas = ({ path, value }: PayloadField, original: unknown): boolean => {
  const before = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    original,
  );
  return before === value;
};

interface PayloadControlProps {
  readonly field: PayloadField;
  readonly cause: string | undefined;
  readonly onChange: (value: PayloadField['value']) => void;
}

const PayloadControl = ({ field, cause, onChange }: PayloadControlProps) => {
  const isEmpty = field.value === null || field.value === '';
  const isMissing = isEmpty && field.isRequired;
  const group = field.path.slice(0, -1).join(' › ');
  return (
    <Field
      label={field.title}
      error={typingFault(field) ?? cause}
      hint={
        <span className="line-clamp-2">
          {field.isRecordId && 'Says which record this is, so it cannot be changed. '}
          {isEmpty && <span className={isMissing ? 'font-medium text-review' : ''}>empty</span>}
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
            readOnly={field.isRecordId}
            placeholder={field.format === 'date' ? 'year-month-day' : undefined}
            value={asText(field.value)}
            onChange={(event) => onChange(asValue(event.target.value, field))}
            className={isMissing && cause === undefined ? 'border-review' : ''}
          />
        );
      }}
    </Field>
  );
};

/**
 * A date stays a text. It is typed in the format of the systems, whatever format the browser's date picker would use.
 */
const inputTypes: Readonly<Record<string, string>> = { email: 'email', uri: 'url' };

const asText = (value: PayloadField['value']): string => (value === null ? '' : String(value));

/** An empty field gives null, and a number stays a number, so that the flow sees the same types as from the system. */
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
