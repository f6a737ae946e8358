'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Combobox } from '#features/designer/form/combobox.tsx';
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
  const host = useRef<HTMLDivElement>(null);
  const options = useMemo(() => writeOptions(value, sources.values()), [value, sources]);
  useEffect(() => {
    const input = host.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  const write = (wanted: string) => {
    if (wanted.trim() !== '' && wanted !== expression) onWrite(wanted);
    onClose();
  };
  return (
    <div
      ref={host}
      className="h-full bg-raised px-1 [&_input]:h-6"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.defaultPrevented) write(value);
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Element && event.currentTarget.contains(event.relatedTarget)) return;
        // Choosing from the list with the pointer takes the focus away for a moment.
        requestAnimationFrame(() => {
          if (host.current?.contains(document.activeElement) === false) onClose();
        });
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
    </div>
  );
};
