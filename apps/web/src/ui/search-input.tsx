'use client';
import { useRef, useState } from 'react';
import { Search, X } from 'lucide-react';
import { Input } from './input.tsx';

interface SearchInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
}

const settleMs = 200;

/** A search box that reports its text once typing pauses. `/` focuses it. */
export const SearchInput = ({ value, onChange, label, placeholder, className }: SearchInputProps) => {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== known) {
    setKnown(value);
    // The value was changed from outside this box, and must not overwrite what was typed since.
    if (value !== sent) setText(value);
  }
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(next);
      onChange(next);
    }, settleMs);
  };
  return (
    <div className={`relative ${className ?? 'w-64'}`}>
      <Search aria-hidden className="pointer-events-none absolute top-1.5 left-2 size-4 text-muted" />
      <Input
        type="search"
        data-search-box
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => type(event.target.value)}
        className="pr-7 pl-7.5 [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => type('')}
          className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
};
