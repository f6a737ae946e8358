'use client';
import type { ValueMapDocument } from '@throughline/core/flow';
import { ValueInput } from './grid-row.tsx';

interface FallbackRowProps {
  readonly document: ValueMapDocument;
  readonly isReadOnly: boolean;
  readonly onChange: (document: ValueMapDocument, about?: string) => void;
}

/** The value for a key that has no row. Without it, such a key stops the record as an exception. */
export const FallbackRow = ({ document, isReadOnly, onChange }: FallbackRowProps) => {
  const { fallback, ...others } = document;
  return (
    <div className="mx-4 my-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised px-3 py-2">
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-3.5 accent-accent"
          checked={fallback !== undefined}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.target.checked ? { ...document, fallback: '' } : others)}
        />
        Any other key stands for
      </label>
      {fallback === undefined ? (
        <span className="text-muted">nothing: the record stops as an exception.</span>
      ) : (
        <ValueInput
          aria-label="Value of any other key"
          value={fallback}
          readOnly={isReadOnly}
          className="w-64! rounded-md border border-edge"
          onValue={(value) => onChange({ ...document, fallback: value }, 'fallback')}
        />
      )}
    </div>
  );
};
