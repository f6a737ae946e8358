'use client';
import { useEffect, useRef, useState } from 'react';
import { Combobox } from '#ui/combobox.tsx';
import { useDataOptions } from './use-data-options.ts';

interface DataComboboxProps {
  readonly label: string;
  readonly isFocused: boolean;
  readonly onChoose: (path: string) => void;
  readonly onCancel: () => void;
}

/** Searches data by name or sample value, and reports the chosen one. */
export const DataCombobox = ({ label, isFocused, onChoose, onCancel }: DataComboboxProps) => {
  const [typed, setTyped] = useState('');
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFocused) host.current?.querySelector('input')?.focus();
  }, [isFocused]);
  return (
    <div ref={host}>
      <Combobox
        label={label}
        value={typed}
        placeholder="Type to find data…"
        options={useDataOptions()}
        onChange={setTyped}
        onChoose={onChoose}
        onCancel={onCancel}
      />
    </div>
  );
};
