'use client';
import { useState } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { FieldControlProps } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';

interface SecretInputProps {
  readonly control: FieldControlProps;
  /** Undefined keeps the value, and null removes it. */
  readonly value: unknown;
  readonly isSet: boolean;
  readonly isMultiline: boolean;
  readonly onChange: (value: string | null | undefined) => void;
}

/** A secret. It is shown as set or not set, and can be replaced or removed but never read. */
export const SecretInput = ({ control, value, isSet, isMultiline, onChange }: SecretInputProps) => {
  const [isReplacing, setIsReplacing] = useState(!isSet);
  const text = typeof value === 'string' ? value : '';
  if (!isReplacing) {
    return (
      <span className="flex h-7 items-center gap-2">
        <KeyRound aria-hidden className="size-3.5 text-live" />
        <span id={control.id} className="flex-1 text-muted">
          {value === null ? 'will be removed' : 'is set'}
        </span>
        <Button onClick={() => setIsReplacing(true)}>Replace</Button>
        <Button variant="ghost" onClick={() => onChange(value === null ? undefined : null)}>
          {value === null ? 'Keep' : 'Remove'}
        </Button>
      </span>
    );
  }
  return (
    <span className="flex items-start gap-2">
      {isMultiline ? (
        <Textarea
          {...control}
          rows={5}
          spellCheck={false}
          className="font-mono text-code"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...control}
          type="password"
          autoComplete="new-password"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {isSet && (
        <Button
          variant="ghost"
          onClick={() => {
            onChange(undefined);
            setIsReplacing(false);
          }}
        >
          Keep
        </Button>
      )}
    </span>
  );
};
