'use client';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Plus, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { focusFirstField } from './focus-first-field.ts';
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

/**
 * A list of similar things, each removable, with a button to add one. A new row takes the focus; a removed one gives it
 * to the row in its place.
 */
export const Rows = <Item,>(props: RowsProps<Item>) => {
  const { label, items, onChange, create, addLabel, hint, fewest = 0, render } = props;
  const { isReadOnly } = useFormContext();
  const { host, focusAfter } = useNextRow(items.length);
  return (
    <fieldset ref={host} className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium">{label}</legend>
      {hint !== undefined && <p className="-mt-1 text-small text-muted">{hint}</p>}
      {items.map((item, index) => (
        // The rows have no identity of their own, and their order is what matters.
        <div key={index} data-list-row className="flex items-start gap-1 rounded-md border border-line bg-surface p-2">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            {render(item, index, (changed) => onChange(items.with(index, changed)))}
          </div>
          {!isReadOnly && items.length > fewest && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove ${label.toLowerCase()} ${index + 1}`}
              icon={<X aria-hidden />}
              onClick={() => {
                focusAfter({ row: Math.min(index, items.length - 2), on: 'remove', count: items.length - 1 });
                onChange(items.toSpliced(index, 1));
              }}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          variant="ghost"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() => {
            focusAfter({ row: items.length, on: 'field', count: items.length + 1 });
            onChange([...items, create()]);
          }}
        >
          {addLabel}
        </Button>
      )}
    </fieldset>
  );
};

interface NextRow {
  readonly row: number;
  readonly on: 'field' | 'remove';
  /** How many rows there then are. */
  readonly count: number;
}

/** Moves the focus once the list shows what was added or removed. */
const useNextRow = (
  count: number,
): { readonly host: RefObject<HTMLFieldSetElement | null>; readonly focusAfter: (next: NextRow) => void } => {
  const host = useRef<HTMLFieldSetElement>(null);
  const next = useRef<NextRow>(undefined);
  useEffect(() => {
    const wanted = next.current;
    if (wanted?.count !== count) return;
    next.current = undefined;
    const row = host.current?.querySelectorAll(':scope > [data-list-row]')[wanted.row];
    if (wanted.on === 'field') focusFirstField(row);
    // When no row can be removed any more, the button that adds one is what is left.
    else (ownButton(row) ?? ownButton(host.current))?.focus();
  }, [count]);
  return { host, focusAfter: (wanted) => void (next.current = wanted) };
};

const ownButton = (host: Element | null | undefined): HTMLElement | null | undefined =>
  host?.querySelector<HTMLElement>(':scope > button');
