'use client';
import { useEffect, useRef, useState } from 'react';
import { Textarea } from '#ui/input.tsx';
import type { HeldCell } from './held-cells.ts';

interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  readonly isCode: boolean;
  /** What could not be written before. */
  readonly held: HeldCell | undefined;
  /** Keeps what cannot be written, so that it outlasts this editor; undefined once it is written or discarded. */
  readonly onHold: (held: HeldCell | undefined) => void;
  /** Writes the value; a sentence if it cannot be written. */
  readonly onCommit: (value: string) => string | undefined;
  /** The editor is done. By keyboard, the focus goes back to the cell. */
  readonly onDone: (isByKeyboard: boolean) => void;
}

/** A cell while somebody types in it. Ctrl or Cmd with Enter writes it, and so does leaving; Esc discards it. */
export const CellEditor = ({ label, value, isCode, held, onHold, onCommit, onDone }: CellEditorProps) => {
  const [text, setText] = useState(held?.text ?? value);
  const problem = held?.problem;
  const area = useRef<HTMLTextAreaElement>(null);
  // One that comes back with its table does not take the focus.
  const isNew = useRef(held === undefined);
  useEffect(() => {
    if (isNew.current) area.current?.focus();
  }, []);
  const finish = (isByKeyboard: boolean): void => {
    onHold(undefined);
    onDone(isByKeyboard);
  };
  const commit = (isByKeyboard: boolean): void => {
    const refusal = text === value ? undefined : onCommit(text);
    if (refusal === undefined) finish(isByKeyboard);
    else onHold({ text, problem: refusal });
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
            finish(true);
          }
        }}
      />
      {problem !== undefined && (
        <p role="status" className="text-small text-review">
          {problem} Press Esc to discard it.
        </p>
      )}
    </div>
  );
};
