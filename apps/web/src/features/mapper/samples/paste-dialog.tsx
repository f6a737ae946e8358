'use client';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';

interface PasteDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPaste: (value: unknown) => void;
}

/** Asks for a JSON record. */
export const PasteDialog = ({ isOpen, onOpenChange, onPaste }: PasteDialogProps) => {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const use = () => {
    try {
      onPaste(JSON.parse(text) as unknown);
      setText('');
      onOpenChange(false);
    } catch (error) {
      setProblem(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Paste a record"
      description="It stays in this window until you save it as a test."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === ''} onClick={use}>
            Use it
          </Button>
        </>
      }
    >
      <Field label="Record" error={problem}>
        {(control) => (
          <Textarea
            {...control}
            rows={14}
            spellCheck={false}
            className="font-mono text-code"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
    </Dialog>
  );
};
