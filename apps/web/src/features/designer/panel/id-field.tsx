'use client';
import { useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { allIds } from '@throughline/core/flow/edit';
import { identifierSchema } from '@throughline/core/flow/steps/step-kind';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useFormContext } from '../form/form-context.ts';

interface IdFieldProps {
  readonly id: string;
  readonly flow: FlowDocument;
  readonly onRename: (to: string) => void;
}

/**
 * The step's name in expressions. Renaming rewrites every reference, so it is a deliberate action rather than a result
 * of typing.
 */
export const IdField = ({ id, flow, onRename }: IdFieldProps) => {
  const { isReadOnly } = useFormContext();
  const [text, setText] = useState(id);
  const checked = identifierSchema.safeParse(text);
  const isTaken = text !== id && allIds(flow).has(text);
  const problem = isTaken ? 'Another step has this id.' : checked.error?.issues[0]?.message;
  const rename = () => {
    if (problem === undefined && text !== id) onRename(text);
  };
  return (
    <Field label="Id" error={problem} hint={`Expressions read its result as $steps.${id}`}>
      {(control) => (
        <div className="flex gap-1.5">
          <Input
            {...control}
            className="font-mono text-code"
            value={text}
            readOnly={isReadOnly}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') rename();
            }}
          />
          {text !== id && (
            <Button disabled={problem !== undefined} onClick={rename}>
              Rename
            </Button>
          )}
        </div>
      )}
    </Field>
  );
};
