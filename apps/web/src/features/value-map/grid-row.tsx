'use client';
import { useState, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { CircleAlert, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { classNames } from '#ui/class-names.ts';
import { formatValue, parseValue, type ValueMapEntry } from './value-map-rows.ts';

interface GridRowProps {
  readonly entry: ValueMapEntry;
  readonly index: number;
  readonly isDuplicate: boolean;
  /** The number of samples in which the key was looked up; undefined while nothing is known about any row. */
  readonly seen: number | 'not known' | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (entry: ValueMapEntry, column: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRemove: () => void;
}

export const GridRow = ({
  entry,
  index,
  isDuplicate,
  seen,
  isReadOnly,
  onChange,
  onKeyDown,
  onRemove,
}: GridRowProps) => {
  const cell = { onKeyDown, 'data-row': index, readOnly: isReadOnly, spellCheck: false, autoComplete: 'off' } as const;
  return (
    <tr className={classNames('border-b border-line last:border-b-0', isDuplicate && 'bg-failed-soft')}>
      <td className="relative p-0">
        <input
          {...cell}
          data-column="key"
          aria-label={`Key of row ${index + 1}`}
          aria-invalid={isDuplicate || undefined}
          value={entry.key}
          onChange={(event) => onChange({ ...entry, key: event.target.value }, 'key')}
          className={cellClasses}
        />
        {isDuplicate && <DuplicateMark />}
      </td>
      <td className="border-l border-line p-0">
        <ValueInput
          {...cell}
          data-column="value"
          aria-label={`Value of row ${index + 1}`}
          placeholder="no value yet"
          value={entry.value}
          onValue={(value) => onChange({ ...entry, value }, 'value')}
        />
      </td>
      <td className="border-l border-line p-0">
        <input
          {...cell}
          data-column="note"
          aria-label={`Note of row ${index + 1}`}
          value={entry.note ?? ''}
          onChange={(event) => onChange(withNote(entry, event.target.value), 'note')}
          className={classNames(cellClasses, 'font-sans text-muted')}
        />
      </td>
      {seen !== undefined && <SeenCell seen={seen} />}
      <td className="p-0 text-center">
        {!isReadOnly && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove row ${index + 1}`}
            icon={<X aria-hidden />}
            onClick={onRemove}
          />
        )}
      </td>
    </tr>
  );
};

const DuplicateMark = () => (
  <CircleAlert
    role="img"
    aria-label="Another row has this key too"
    className="absolute top-2 right-2 size-4 text-failed"
  />
);

const SeenCell = ({ seen }: { readonly seen: number | 'not known' }) => (
  <td className="border-l border-line px-3 text-small whitespace-nowrap text-muted tabular-nums">
    {seen === 'not known' ? <em>not known</em> : seen === 0 ? <em>never seen</em> : countText(seen, 'sample')}
  </td>
);

export const cellClasses =
  'h-8 w-full bg-transparent px-3 font-mono text-code outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]';

interface ValueInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: ValueMapEntry['value'];
  readonly onValue: (value: ValueMapEntry['value']) => void;
}

/** A value as text. During typing the text stays as typed, although `1.` and `1` are the same value. */
export const ValueInput = ({ value, onValue, className, ...rest }: ValueInputProps) => {
  const [typed, setTyped] = useState<string>();
  const text = typed !== undefined && parseValue(typed) === value ? typed : formatValue(value);
  return (
    <input
      {...rest}
      value={text}
      title={
        typeof value === 'string'
          ? undefined
          : `a ${value === null ? 'null' : typeof value}; in quotes it would be text`
      }
      onChange={(event) => {
        setTyped(event.target.value);
        onValue(parseValue(event.target.value));
      }}
      onBlur={() => setTyped(undefined)}
      className={classNames(cellClasses, typeof value === 'string' ? '' : 'text-waiting', className)}
    />
  );
};

function withNote({ note: _before, ...entry }: ValueMapEntry, note: string): ValueMapEntry {
  return note === '' ? entry : { ...entry, note };
}
