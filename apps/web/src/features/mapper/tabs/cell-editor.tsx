'use client';
import { useEffect, useRef, useState } from 'react';
import { Textarea } from '#ui/input.tsx';

interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  readonly isCode: boolean;
  /** Writes the value; a sentence if it cannot be written. */
  readonly onCommit: (value: string) => string | undefined;
  /** The editor is done. By keyboard, the focus goes back to the cell. */
  readonly onDone: (isByKeyboard: boolean) => void;
}

/** A cell while somebody types in it. Ctrl or Cmd with Enter writes it, and so does leaving; Esc gives it up. */
export const CellEditor = ({ label, value, isCode, onCommit, onDone }: CellEditorProps) => {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const commit = (isByKeyboard: boolean): void => {
    const refusal = text === value ? undefined : onCommit(text);
    setProblem(refusal);
    if (refusal === undefined) onDone(isByKeyboard);
  };
  return (
    <div className="flex flex-col gap-1">
      <Textarea
        ref={area}
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        value={text}
        rows={Math.min(10, Math.max(2, text.split('\n').length))}
        spellCheck={!isCode}
        className={isCode ? 'w-full font-mono text-code' : 'w-full'}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => commit(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            commit(true);
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onDone(true);
          }
        }}
      />
      {problem !== undefined && (
        <p role="status" className="text-small text-review">
          {problem} Esc gives it up.
        </p>
      )}
    </div>
  );
};
