'use client';
import { useEffect, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { classNames } from './class-names.ts';

const shownMs = 1500;

export const CopyButton = ({
  text,
  label = 'Copy',
  className,
}: {
  readonly text: string;
  readonly label?: string;
  readonly className?: string;
}) => {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <button
      type="button"
      aria-label={isCopied ? 'Copied' : label}
      onClick={copy}
      className={classNames(
        'relative z-1 inline-grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text',
        className,
      )}
    >
      {isCopied ? <Check aria-hidden className="size-3.5 text-live" /> : <Copy aria-hidden className="size-3.5" />}
    </button>
  );
};
