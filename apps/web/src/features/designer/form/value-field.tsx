'use client';
import { useId, useState } from 'react';
import type { FieldValue, FieldValueKind } from '@throughline/core/flow/field-value';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { describedBy, FieldFrame, labelIdOf } from './field-frame.tsx';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';
import { useSwitching } from './use-switching.ts';
import { ValueEditor } from './value-editor.tsx';

interface ValueFieldProps {
  readonly label: string;
  readonly pointer: string;
  /** Undefined for an optional field that is left out. */
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  /** The kind of value that is preselected until the author chooses another one. */
  readonly prefers: FieldValueKind;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isHiddenLabel?: boolean;
  readonly isRequired?: boolean;
}

const segments = [
  { value: 'literal', label: 'Text' },
  { value: 'data', label: 'Data' },
  { value: 'expression', label: 'Expression' },
];

/** A field whose value is a text, data from the trigger or an earlier step, or an expression. */
export const ValueField = (props: ValueFieldProps) => {
  const { label, pointer, prefers, hint, isHiddenLabel = false, isRequired = false, placeholder } = props;
  const { problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  const id = useId();
  // An optional field that is empty is left out of the document, which then does not remember how it is to be given.
  const [kindWhenEmpty, setKindWhenEmpty] = useState(prefers);
  const value = props.value ?? { kind: kindWhenEmpty, value: '' };
  const problem = problemAt(pointer);
  const switching = useSwitching(value, (next) => {
    setKindWhenEmpty(next.kind);
    props.onChange(next);
  });
  return (
    <FieldFrame
      {...{ host, id, label, isHiddenLabel, isRequired, problem, hint }}
      ways={
        <Segmented
          label={`How ${label} is given`}
          value={value.kind}
          segments={segments}
          onChange={(kind) => switching.to(kind as FieldValueKind)}
        />
      }
    >
      <ValueEditor
        {...{ label, value, problem, placeholder, onChange: props.onChange }}
        labelId={labelIdOf(id)}
        describedBy={describedBy(id, problem, hint)}
      />
      {problem !== undefined && !isReadOnly && value.kind === 'expression' && value.value !== '' && (
        <Button variant="ghost" className="order-last self-start" onClick={() => switching.to('literal')}>
          Use it as text
        </Button>
      )}
    </FieldFrame>
  );
};
