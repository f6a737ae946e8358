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
  /** The only values that the field takes; none if it takes any. */
  readonly allowed: readonly (string | number | boolean)[];
  /** True if a question about it is asked, which has the keyboard then. */
  readonly onWrite: (value: string) => boolean;
  readonly onClose: (hasFocusElsewhere?: boolean) => void;
}

/** A box at the row of a target field, for a path or a constant. */
export const WriteBox = ({ target, expression, sources, allowed, onWrite, onClose }: WriteBoxProps) => {
  const [value, setValue] = useState(expression);
  // What is there when the box opens is not a search.
  const typed = value === expression ? '' : value;
  const host = useRef<HTMLFormElement>(null);
  const options = useMemo(() => writeOptions(typed, sources.values(), allowed), [typed, sources, allowed]);
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
    onClose(wanted.trim() !== '' && wanted !== expression && onWrite(wanted));
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
        onCancel={() => onClose()}
      />
    </form>
  );
};
