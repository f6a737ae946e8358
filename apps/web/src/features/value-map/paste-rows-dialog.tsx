'use client';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import {
  parseRows,
  pasteCounts,
  repeatedKeys,
  rowsWithoutKey,
  valueKinds,
  type ValueMapEntry,
} from './value-map-rows.ts';

interface PasteRowsDialogProps {
  /** What was pasted into the grid already. */
  readonly start: string;
  readonly entries: readonly ValueMapEntry[];
  readonly onClose: () => void;
  readonly onPaste: (rows: readonly ValueMapEntry[]) => void;
}

const mostNamed = 5;

/** Adds rows from a spreadsheet, after saying what that changes. Nothing is put in as long as a key is missing or repeated. */
export const PasteRowsDialog = ({ start, entries, onClose, onPaste }: PasteRowsDialogProps) => {
  const [text, setText] = useState(start);
  const rows = parseRows(text);
  const faults = [...rowsWithoutKey(rows), ...repeatedKeys(rows)];
  const kinds = valueKinds(rows.map(({ value }) => value));
  const { added, changed } = pasteCounts(entries, rows);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Paste rows"
      description="Key, value and note, from a spreadsheet or separated by semicolons. A key that is there gets the new value."
      footer={
        <>
          <p role="status" className="min-w-0 flex-1 text-muted">
            {rows.length > 0 &&
              faults.length === 0 &&
              `${countText(added, 'new row')}, ${countText(changed, 'changed row')}. ${kinds.length === 0 ? '' : `The values are ${kinds.join(' and ')}.`}`}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={rows.length === 0 || faults.length > 0}
            onClick={() => {
              onPaste(rows);
              onClose();
            }}
          >
            {rows.length === 0 ? 'Put in' : `Put in ${countText(rows.length, 'row')}`}
          </Button>
        </>
      }
    >
      <Field label="Rows" error={faults.length === 0 ? undefined : refusal(faults)}>
        {(control) => (
          <Textarea
            {...control}
            rows={12}
            spellCheck={false}
            className="font-mono text-code"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
};

function refusal(faults: readonly string[]): string {
  const more = faults.length > mostNamed ? ` And ${faults.length - mostNamed} more.` : '';
  return `${faults.slice(0, mostNamed).join(' ')}${more} There must be one row for each key.`;
}
