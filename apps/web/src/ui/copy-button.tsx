'use client';
import { useEffect, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { classNames } from './class-names.ts';

const shownMs = 1500;

export const CopyButton = ({
  text,
  label = 'Copy',
  isInCorner = false,
  className,
}: {
  readonly text: string;
  readonly label?: string;
  /** It lies over the top right corner of the box around it. */
  readonly isInCorner?: boolean;
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
        isInCorner ? 'absolute top-1.5 right-1.5 bg-sunken' : 'relative',
        'z-1 inline-grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text',
        className,
      )}
    >
      {isCopied ? <Check aria-hidden className="size-3.5 text-live" /> : <Copy aria-hidden className="size-3.5" />}
    </button>
  );
};
