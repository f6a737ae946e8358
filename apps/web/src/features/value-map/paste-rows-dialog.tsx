'use client';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { parseRows, type ValueMapEntry } from './value-map-rows.ts';

interface PasteRowsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPaste: (rows: readonly ValueMapEntry[]) => void;
}

/** Adds rows from a spreadsheet. */
export const PasteRowsDialog = ({ isOpen, onOpenChange, onPaste }: PasteRowsDialogProps) => {
  const [text, setText] = useState('');
  const rows = parseRows(text);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Paste rows"
      description="Key, value and note, from a spreadsheet or separated by semicolons. A key that is there gets the new value."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            disabled={rows.length === 0}
            onClick={() => {
              onPaste(rows);
              setText('');
              onOpenChange(false);
            }}
          >
            {rows.length === 0 ? 'Put in' : `Put in ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}
          </Button>
        </>
      }
    >
      <Field label="Rows">
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
