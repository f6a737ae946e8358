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
  /** The value that is set cannot be kept. */
  readonly isAgain: boolean;
  readonly isRequired: boolean;
  readonly isMultiline: boolean;
  readonly onChange: (value: string | null | undefined) => void;
}

/** A secret. It is shown as set or not set, and can be replaced or removed but never read. */
export const SecretInput = (props: SecretInputProps) => {
  const { control, value, isSet, isAgain, isRequired, isMultiline, onChange } = props;
  const [isReplacing, setIsReplacing] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const canKeep = isSet && !isAgain;
  if (value === null || (canKeep && !isReplacing && text === '')) {
    return (
      <StoredSecret
        id={control.id}
        isRemoved={value === null}
        canKeep={canKeep}
        onChange={onChange}
        onReplace={() => setIsReplacing(true)}
      />
    );
  }
  return (
    <span className="flex items-start gap-2">
      {isMultiline ? (
        <Textarea
          {...control}
          required={isAgain}
          rows={5}
          spellCheck={false}
          className="font-mono text-code"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...control}
          required={isAgain}
          type="password"
          autoComplete="new-password"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {isAgain && !isRequired && (
        <Button variant="ghost" onClick={() => onChange(null)}>
          Remove
        </Button>
      )}
      {canKeep && (
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

interface StoredSecretProps {
  readonly id: string;
  readonly isRemoved: boolean;
  readonly canKeep: boolean;
  readonly onChange: (value: null | undefined) => void;
  readonly onReplace: () => void;
}

const StoredSecret = ({ id, isRemoved, canKeep, onChange, onReplace }: StoredSecretProps) => (
  <span className="flex h-7 items-center gap-2">
    <KeyRound aria-hidden className="size-3.5 text-live" />
    <span id={id} className="flex-1 text-muted">
      {isRemoved ? 'will be removed' : 'is set'}
    </span>
    <Button
      onClick={() => {
        if (isRemoved) onChange(undefined);
        onReplace();
      }}
    >
      {canKeep ? 'Replace' : 'Enter'}
    </Button>
    {canKeep && (
      <Button variant="ghost" onClick={() => onChange(isRemoved ? undefined : null)}>
        {isRemoved ? 'Keep' : 'Remove'}
      </Button>
    )}
  </span>
);
