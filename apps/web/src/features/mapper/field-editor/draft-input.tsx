'use client';
import { useState, type InputHTMLAttributes } from 'react';
import { Input, Textarea } from '#ui/input.tsx';

interface DraftProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string;
  /** Called when the person is done: at Enter, and when leaving. */
  readonly onCommit: (value: string) => void;
}

/** An input whose text counts once it is complete, so that typing is one step to undo. */
export const DraftInput = ({ value, onCommit, ...rest }: DraftProps) => {
  const draft = useDraft(value, onCommit);
  return (
    <Input
      {...rest}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        else if (event.key === 'Escape' && draft.isChanged) {
          event.stopPropagation();
          draft.reset();
        }
      }}
    />
  );
};

interface DraftAreaProps {
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isReadOnly: boolean;
  readonly isCode?: boolean;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** The same for several lines; Ctrl or Cmd with Enter is done. */
export const DraftArea = ({ value, onCommit, label, describedBy, isInvalid, isReadOnly, ...rest }: DraftAreaProps) => {
  const { isCode = false, rows = 2, placeholder } = rest;
  const draft = useDraft(value, onCommit);
  return (
    <Textarea
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid === true ? true : undefined}
      value={draft.text}
      rows={Math.min(10, Math.max(rows, draft.text.split('\n').length))}
      readOnly={isReadOnly}
      placeholder={placeholder}
      spellCheck={!isCode}
      className={isCode ? 'w-full font-mono text-code' : 'w-full'}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit();
        else if (event.key === 'Escape' && draft.isChanged) {
          event.stopPropagation();
          draft.reset();
        }
      }}
    />
  );
};

function useDraft(value: string, onCommit: (value: string) => void) {
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string }>();
  // A value that changed, here or elsewhere, replaces what was typed for the old one.
  if (draft !== undefined && draft.of !== value) setDraft(undefined);
  const text = draft?.of === value ? draft.text : value;
  const isChanged = text !== value;
  return {
    text,
    isChanged,
    type: (typed: string) => setDraft({ of: value, text: typed }),
    reset: () => setDraft(undefined),
    commit: () => {
      if (isChanged) onCommit(text);
    },
  };
}
