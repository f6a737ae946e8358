'use client';
import { useRef, useState } from 'react';
import { Braces } from 'lucide-react';
import type { FieldValue } from '@throughline/core/flow/field-value';
import { Button } from '#ui/button.tsx';
import { Textarea } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { DataCombobox } from './data-combobox.tsx';
import { useFormContext } from './form-context.ts';

interface LiteralInputProps {
  readonly label: string;
  readonly value: string | boolean;
  readonly onChange: (value: FieldValue) => void;
  readonly placeholder: string;
  readonly isCondition: boolean;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
}

/** A literal text. Inserted data is written between double braces. */
export const LiteralInput = (props: LiteralInputProps) => {
  const { label, value, onChange, placeholder, isInvalid, describedBy } = props;
  const { isReadOnly } = useFormContext();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isInserting, setIsInserting] = useState(false);
  if (props.isCondition || typeof value === 'boolean') return <FixedInput {...props} />;
  const insert = (path: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    onChange({ kind: 'literal', value: `${value.slice(0, from)}{{${path}}}${value.slice(to)}` });
    setIsInserting(false);
    area.current?.focus();
  };
  return (
    <div className="flex flex-col gap-1">
      <Textarea
        ref={area}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isInvalid ? true : undefined}
        rows={value.length > 60 || value.includes('\n') ? 3 : 1}
        className="min-h-7"
        value={value}
        placeholder={placeholder}
        readOnly={isReadOnly}
        onChange={(event) => onChange({ kind: 'literal', value: event.target.value })}
      />
      {isInserting && (
        <DataCombobox
          label={`Data to insert into ${label}`}
          isFocused
          onChoose={insert}
          onCancel={() => {
            setIsInserting(false);
            area.current?.focus();
          }}
        />
      )}
      {!isReadOnly && !isInserting && (
        <Button
          variant="ghost"
          className="self-start"
          icon={<Braces aria-hidden />}
          onClick={() => setIsInserting(true)}
        >
          Insert data
        </Button>
      )}
    </div>
  );
};

/** A condition that does not depend on any data. */
const FixedInput = ({ label, value, onChange, describedBy }: LiteralInputProps) => {
  const { isReadOnly } = useFormContext();
  return (
    <Select
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value === '' ? undefined : String(value)}
      placeholder="Choose…"
      isDisabled={isReadOnly}
      options={[
        { value: 'true', label: 'Always' },
        { value: 'false', label: 'Never' },
      ]}
      onChange={(next) => onChange({ kind: 'literal', value: next === 'true' })}
    />
  );
};
