'use client';
import type { ReactNode } from 'react';
import { Plus, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useFormContext } from './form-context.ts';

interface RowsProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly create: () => Item;
  readonly addLabel: string;
  readonly hint?: string;
  readonly fewest?: number;
  readonly render: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
}

/** A list of similar things, each removable, with a button to add one. */
export const Rows = <Item,>(props: RowsProps<Item>) => {
  const { label, items, onChange, create, addLabel, hint, fewest = 0, render } = props;
  const { isReadOnly } = useFormContext();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium">{label}</legend>
      {hint !== undefined && <p className="-mt-1 text-small text-muted">{hint}</p>}
      {items.map((item, index) => (
        // The rows have no identity of their own, and their order is what matters.
        <div key={index} className="flex items-start gap-1 rounded-md border border-line bg-surface p-2">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            {render(item, index, (changed) => onChange(items.with(index, changed)))}
          </div>
          {!isReadOnly && items.length > fewest && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove ${label.toLowerCase()} ${index + 1}`}
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
