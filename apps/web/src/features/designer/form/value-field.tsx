'use client';
import { useId, useRef, useState } from 'react';
import { CircleAlert } from 'lucide-react';
import type { FieldValue, FieldValueKind } from '@throughline/core/flow/field-value';
import { JsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Segmented } from '#ui/segmented.tsx';
import { convertValue } from './convert-value.ts';
import { DataInput } from './data-input.tsx';
import { useFormContext } from './form-context.ts';
import { LiteralInput } from './literal-input.tsx';
import { useFocusedField } from './use-focused-field.ts';

export interface ValueFieldProps {
  readonly label: string;
  readonly pointer: string;
  /** Undefined for an optional field that is left out. */
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  /** The kind of value that is preselected until the author chooses another one. */
  readonly prefers: FieldValueKind;
  /** The field is a condition; its literal is always or never. */
  readonly isCondition?: boolean;
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
const conditionSegments = segments.with(0, { value: 'literal', label: 'Fixed' });

/** A field whose value is a text, data from the trigger or an earlier step, or an expression. */
export const ValueField = (props: ValueFieldProps) => {
  const { label, pointer, prefers, hint, isHiddenLabel = false, isRequired = false, isCondition = false } = props;
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
  const describedBy = problem === undefined && hint === undefined ? undefined : `${id}-hint`;
  return (
    <div ref={host} role="group" aria-labelledby={`${id}-label`} className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-end justify-between gap-x-2 gap-y-1">
        <span id={`${id}-label`} className={isHiddenLabel ? 'sr-only' : 'text-small font-medium'}>
          {label}
          {isRequired && !isHiddenLabel && <span className="font-normal text-muted"> required</span>}
        </span>
        {!isReadOnly && (
          <Segmented
            label={`How ${label} is given`}
            value={value.kind}
            segments={isCondition ? conditionSegments : segments}
            onChange={(kind) => switching.to(kind as FieldValueKind)}
          />
        )}
      </div>
      <Editor {...props} {...{ value, problem, describedBy, isCondition }} labelId={`${id}-label`} />
      {(problem ?? hint) !== undefined && (
        <p
          id={`${id}-hint`}
          className={classNames(
            'flex items-start gap-1 text-small',
            problem === undefined ? 'text-muted' : 'text-failed',
          )}
        >
          {problem !== undefined && <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
          {problem ?? hint}
        </p>
      )}
      {problem !== undefined && !isReadOnly && value.kind === 'expression' && value.value !== '' && !isCondition && (
        <Button variant="ghost" className="self-start" onClick={() => switching.to('literal')}>
          Use it as text
        </Button>
      )}
    </div>
  );
};

interface EditorProps extends ValueFieldProps {
  readonly value: FieldValue;
  readonly problem: string | undefined;
  readonly describedBy: string | undefined;
  readonly labelId: string;
}

const Editor = (props: EditorProps) => {
  const { value, label, labelId, problem, describedBy, placeholder = '', isCondition = false, onChange } = props;
  const { scope, isReadOnly } = useFormContext();
  switch (value.kind) {
    case 'literal':
      return (
        <LiteralInput
          {...{ label, describedBy, isCondition, placeholder, onChange }}
          value={value.value}
          isInvalid={problem !== undefined}
        />
      );
    case 'data':
      return <DataInput {...{ label, describedBy, onChange }} value={value.value} isInvalid={problem !== undefined} />;
    case 'expression':
      return (
        <JsonataEditor
          value={value.value}
          onChange={(text) => onChange({ kind: 'expression', value: text })}
          scope={scope}
          label={label}
          labelledBy={labelId}
          describedBy={describedBy}
          isReadOnly={isReadOnly}
          className={classNames(
            'max-h-52 min-h-7 overflow-auto rounded-md border bg-raised transition-colors focus-within:border-accent [&_.cm-content]:py-0.75!',
            problem === undefined ? 'border-edge hover:border-muted' : 'border-failed',
          )}
        />
      );
  }
};

/** Switching to another kind and back restores the previous value, unless it was edited in between. */
function useSwitching(value: FieldValue, onChange: (value: FieldValue) => void) {
  const left = useRef<{ readonly from: FieldValue; readonly to: FieldValue }>(undefined);
  return {
    to: (kind: FieldValueKind) => {
      if (kind === value.kind) return;
      const isUntouched = left.current?.to.kind === value.kind && left.current.to.value === value.value;
      const next = isUntouched && left.current?.from.kind === kind ? left.current.from : convertValue(value, kind);
      left.current = { from: value, to: next };
      onChange(next);
    },
  };
}
