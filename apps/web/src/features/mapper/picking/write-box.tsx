'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { Combobox } from '#ui/combobox.tsx';
import type { FieldNode } from '../target-fields.ts';
import { writeOptions } from './write-options.ts';

interface WriteBoxProps {
  readonly target: string;
  /** What the field has now. */
  readonly expression: string;
  readonly sources: ReadonlyMap<string, FieldNode>;
  readonly onWrite: (value: string) => void;
  readonly onClose: () => void;
}

/** A box at the row of a target field, for a path or a constant. */
export const WriteBox = ({ target, expression, sources, onWrite, onClose }: WriteBoxProps) => {
  const [value, setValue] = useState(expression);
  const host = useRef<HTMLFormElement>(null);
  const options = useMemo(() => writeOptions(value, sources.values()), [value, sources]);
  useEffect(() => {
    const input = host.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  const close = useLatest(onClose);
  useEffect(() => {
    const form = host.current;
    // Choosing from the list with the pointer takes the focus away for a moment.
    const onLeave = () =>
      requestAnimationFrame(() => {
        if (form?.isConnected === true && !form.contains(document.activeElement)) close.current();
      });
    form?.addEventListener('focusout', onLeave);
    return () => form?.removeEventListener('focusout', onLeave);
  }, [close]);
  const write = (wanted: string) => {
    if (wanted.trim() !== '' && wanted !== expression) onWrite(wanted);
    onClose();
  };
  return (
    <form
      ref={host}
      className="h-full bg-raised px-1 [&_input]:h-6"
      onSubmit={(event) => {
        event.preventDefault();
        write(value);
      }}
    >
      <Combobox
        label={`Value of ${target}`}
        placeholder="a source field, or a value"
        value={value}
        onChange={setValue}
        options={options}
        onChoose={write}
        onCancel={onClose}
      />
    </form>
  );
};
