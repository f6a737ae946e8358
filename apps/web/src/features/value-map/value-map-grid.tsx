'use client';
import { useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { ClipboardPaste, Plus, TableProperties } from 'lucide-react';
import type { ValueMapDocument } from '@throughline/core/flow';
import { otherKeys } from '@throughline/core/mapping/value-map-table';
import { Button } from '#ui/button.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { countText } from '#ui/count-text.ts';
import { EmptyState } from '#ui/states.tsx';
import { compareRows } from './compare-rows.ts';
import { FallbackRow } from './fallback-row.tsx';
import { GridRow } from './grid-row.tsx';
import { SeenGaps } from './seen-gaps.tsx';
import type { SeenUse } from './seen-use.ts';
import { searchRows } from './value-map-rows.ts';

interface ValueMapGridProps {
  readonly document: ValueMapDocument;
  readonly duplicates: ReadonlySet<number>;
  /** What mappings really looked up; undefined while it is read. */
  readonly use: SeenUse | 'failed' | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (document: ValueMapDocument, about?: string) => void;
  /** Asks for rows, starting with a text from the clipboard. */
  readonly onPaste: (text: string) => void;
}

/** The rows. They are edited like a spreadsheet: Enter goes down, and adds a row at the end. */
export const ValueMapGrid = ({ document, duplicates, use, isReadOnly, onChange, onPaste }: ValueMapGridProps) => {
  const [search, setSearch] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const { entries } = document;
  const rows = searchRows(entries, search);
  const addRows = (keys: readonly string[], column: string) => {
    setSearch('');
    onChange({ ...document, entries: [...entries, ...keys.map((key) => ({ key, value: '' }))] });
    focusCell(table, entries.length, column);
  };
  const add = () => addRows([''], 'key');
  const onPasteInto = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    // Other inputs, such as the search, take what is pasted as usual.
    const isOther = event.target instanceof HTMLInputElement && cellPlace(event.target) === undefined;
    if (isReadOnly || isOther || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = cellPlace(event.target);
    if (place === undefined || !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter' && place.row === entries.length - 1 && !isReadOnly) add();
    else focusCell(table, place.row + (event.key === 'ArrowUp' ? -1 : 1), place.column);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto" onPaste={onPasteInto}>
      <GridHead {...{ entries, duplicates, search, isReadOnly, onPaste }} onSearch={setSearch} onAdd={add} />
      <SeenGaps
        {...{ use, entries, isReadOnly }}
        hasFallback={document.fallback !== undefined || entries.some(({ key }) => key === otherKeys)}
        onAdd={(keys) => addRows(keys, 'value')}
      />
      {entries.length === 0 ? (
        <EmptyState icon={<TableProperties aria-hidden />} title="No rows yet">
          Each row says what a key stands for. Paste them from a spreadsheet: key, value and a note.
        </EmptyState>
      ) : (
        <GridTable {...{ document, duplicates, use, isReadOnly, onChange, onKeyDown, rows }} tableRef={table} />
      )}
      <FallbackRow document={document} isReadOnly={isReadOnly} onChange={onChange} />
    </div>
  );
};

interface GridHeadProps extends Pick<ValueMapGridProps, 'duplicates' | 'isReadOnly' | 'onPaste'> {
  readonly entries: ValueMapDocument['entries'];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onAdd: () => void;
}

const GridHead = ({ entries, duplicates, search, isReadOnly, onPaste, onSearch, onAdd }: GridHeadProps) => {
  const empty = entries.filter(({ key, value }) => key !== '' && value === '').length;
  return (
    <div className="flex flex-wrap items-center gap-3 px-4 py-3">
      <SearchInput label="Search rows" value={search} onChange={onSearch} />
      <span className="text-muted">
        {entries.length} {entries.length === 1 ? 'row' : 'rows'}
        {duplicates.size > 0 && (
          <span role="alert" className="ml-2 font-medium text-failed">
            {countText(duplicates.size, 'key')} repeated: the change cannot be submitted. Keep one row for each key.
          </span>
        )}
        {empty > 0 && <span className="ml-2 font-medium text-review">{empty} without a value</span>}
      </span>
      {!isReadOnly && (
        <span className="ml-auto flex gap-1.5">
          <Button icon={<ClipboardPaste aria-hidden />} onClick={() => onPaste('')}>
            Paste rows
          </Button>
          <Button icon={<Plus aria-hidden />} onClick={onAdd}>
            Add row
          </Button>
        </span>
      )}
    </div>
  );
};

interface GridTableProps extends Omit<ValueMapGridProps, 'onPaste'> {
  readonly rows: ReturnType<typeof searchRows>;
  readonly tableRef: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const GridTable = ({ document, duplicates, use, isReadOnly, onChange, onKeyDown, rows, tableRef }: GridTableProps) => {
  const { entries } = document;
  const inUse = useMemo(
    () => (use === undefined || use === 'failed' || use.samples === 0 ? undefined : compareRows(use, entries)),
    [use, entries],
  );
  return (
    <table
      ref={tableRef}
      aria-label="Rows"
      className="mx-4 border-collapse self-stretch rounded-lg border border-line bg-raised text-left"
    >
      <thead>
        <tr className="border-b border-line text-caps text-muted">
          <th scope="col" className="h-8 w-1/3 px-3 font-medium">
            Key
          </th>
          <th scope="col" className="h-8 w-1/3 px-3 font-medium">
            Value
          </th>
          <th scope="col" className="h-8 px-3 font-medium">
            Note
          </th>
          {inUse !== undefined && (
            <th scope="col" className="h-8 w-28 px-3 font-medium" title="In inputs of recent runs, and in tests">
              Seen
            </th>
          )}
          <th scope="col" className="w-10">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, index }) => (
          <GridRow
            key={index}
            entry={entry}
            index={index}
            isDuplicate={duplicates.has(index)}
            seen={inUse && (inUse.seenIn(entry.key) ?? 'not known')}
            isReadOnly={isReadOnly}
            onKeyDown={onKeyDown}
            onChange={(changed, column) =>
              onChange({ ...document, entries: entries.with(index, changed) }, `entries/${index}/${column}`)
            }
            onRemove={() => onChange({ ...document, entries: entries.toSpliced(index, 1) })}
          />
        ))}
      </tbody>
    </table>
  );
};

interface CellPlace {
  readonly row: number;
  readonly column: string;
}

function cellPlace(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof HTMLInputElement)) return undefined;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined ? undefined : { row: Number(row), column };
}

/** Called after the row is drawn. */
function focusCell(table: RefObject<HTMLTableElement | null>, row: number, column: string): void {
  requestAnimationFrame(() =>
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus(),
  );
}
