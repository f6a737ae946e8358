'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useFormScope } from './form-scope.ts';

interface FormRowsProps<Item> {
  /** What all rows are together. */
  readonly label: string;
  /** What one row is, such as `case`. */
  readonly row: string;
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly create: () => Item;
  readonly addLabel: string;
  readonly fewest?: number;
  readonly render: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
}

/** Parts of a form whose order matters: they can be added, removed and moved up. */
export const FormRows = <Item,>(props: FormRowsProps<Item>) => {
  const { label, row, items, onChange, create, addLabel, fewest = 1, render } = props;
  const { isReadOnly } = useFormScope();
  const { host, follow } = useMovedRow(items);
  return (
    <fieldset ref={host} className="flex flex-col gap-1.5">
      <legend className="sr-only">{label}</legend>
      {items.map((item, index) => (
        // Rows have no identity of their own, and their order is what matters.
        <div key={index} data-row className="flex items-start gap-0.5 rounded-md border border-line bg-surface p-1.5">
          <div className="flex min-w-0 flex-1 flex-col gap-1.5">
            {render(item, index, (changed) => onChange(items.with(index, changed)))}
          </div>
          {!isReadOnly && index > 0 && (
            <RowButton
              label={`Move ${row} ${index + 1} up`}
              icon={<ArrowUp aria-hidden />}
              onClick={() => {
                follow(index - 1);
                onChange(items.with(index - 1, item).with(index, items[index - 1] ?? item));
              }}
            />
          )}
          {!isReadOnly && items.length > fewest && (
            <RowButton
              label={`Remove ${row} ${index + 1}`}
              icon={<X aria-hidden />}
              onClick={() => onChange(items.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          variant="ghost"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...items, create()])}
        >
          {addLabel}
        </Button>
      )}
    </fieldset>
  );
};

/** The focus goes with a row that moves, so that the same key moves it on. */
function useMovedRow(items: readonly unknown[]) {
  const host = useRef<HTMLFieldSetElement>(null);
  const moved = useRef<{ readonly to: number; readonly from: readonly unknown[] }>(undefined);
  useEffect(() => {
    // The rows move only when the changed text has been read again.
    if (moved.current === undefined || moved.current.from === items) return;
    const row = host.current?.querySelectorAll(':scope > [data-row]')[moved.current.to];
    moved.current = undefined;
    // The first row has nothing to move up to, so its first control is what is left.
    const next = row?.querySelector<HTMLElement>(':scope > button[aria-label^="Move"]');
    (next ?? row?.querySelector<HTMLElement>('input, button'))?.focus();
  }, [items]);
  const follow = (to: number) => {
    moved.current = { to, from: items };
  };
  return { host, follow };
}

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}

const RowButton = ({ label, icon, onClick }: RowButtonProps) => (
  <Button variant="ghost" size="icon" aria-label={label} title={label} icon={icon} onClick={onClick} />
);
