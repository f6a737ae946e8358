'use client';
import { useId, useState } from 'react';
import { expression, type FieldValue, type FieldValueKind } from '@throughline/core/flow/field-value';
import { FormScopeContext } from '#features/mapper/field-editor/form-scope.ts';
import { ConditionRows } from '#features/mapper/field-editor/kinds/condition-rows.tsx';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { convertValue } from './convert-value.ts';
import { describedBy, FieldFrame, labelIdOf } from './field-frame.tsx';
import { useFormContext } from './form-context.ts';
import { isBlank } from './short-value.ts';
import { useCondition } from './use-condition.ts';
import { useFocusedField } from './use-focused-field.ts';
import { useSwitching } from './use-switching.ts';
import { ValueEditor } from './value-editor.tsx';

interface ConditionFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  /** The document only has room for an expression, which may be empty. */
  readonly isOptionalExpression?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
}

const rows = { value: 'rows', label: 'Condition' };
const text = { value: 'expression', label: 'Expression' };
const ways = [rows, { value: 'literal', label: 'Fixed' }, { value: 'data', label: 'Data' }, text];

/**
 * What must hold: rows that compare fields with values, or an expression. Both show the same text, so changing between
 * them loses nothing.
 */
export const ConditionField = (props: ConditionFieldProps) => {
  const { label, pointer, value, hint, placeholder, isOptionalExpression = false, onChange } = props;
  const { problemAt, isReadOnly, prefersText, preferText } = useFormContext();
  const host = useFocusedField(pointer);
  const id = useId();
  const written = value.kind === 'expression' ? value.value : '';
  const draft = useCondition(pointer, written, (next) => onChange(expression(next)));
  const [isText, setIsText] = useState(draft.condition === undefined || (isBlank(value) && prefersText));
  const switching = useSwitching(value, onChange);
  const areRows = value.kind === 'expression' && !isText && draft.condition !== undefined;
  const problem = areRows ? (draft.problem ?? rowsProblem(problemAt(pointer), value)) : problemAt(pointer);
  const choose = (way: string) => {
    setIsText(way === 'expression');
    if (way === 'rows' || way === 'expression') preferText(way === 'expression');
    switching.to(way === 'rows' ? 'expression' : (way as FieldValueKind), way === 'rows' ? toRows : convertValue);
  };
  return (
    <FieldFrame
      {...{ host, id, label, problem, hint }}
      ways={
        <Segmented
          label={`How ${label} is given`}
          value={areRows ? 'rows' : value.kind}
          segments={isOptionalExpression ? [rows, text] : ways}
          onChange={choose}
        />
      }
    >
      {areRows && draft.condition !== undefined ? (
        <FormScopeContext value={draft.scope}>
          <ConditionRows label="It holds if" condition={draft.condition} onChange={draft.change} />
        </FormScopeContext>
      ) : (
        <ValueEditor
          {...{ label, value, problem, placeholder }}
          isCondition
          labelId={labelIdOf(id)}
          describedBy={describedBy(id, problem, hint)}
          onChange={(next) => {
            // What is being typed stays text, also when it could be shown as rows.
            setIsText(next.kind === 'expression');
            onChange(next);
          }}
        />
      )}
      {value.kind === 'expression' && <InWords sentence={draft.sentence} isBlank={isBlank(value)} />}
      {areRows && isOptionalExpression && !isBlank(value) && !isReadOnly && (
        <Button variant="ghost" className="self-start" onClick={() => onChange(expression(''))}>
          Remove the condition
        </Button>
      )}
    </FieldFrame>
  );
};

const InWords = ({
  sentence,
  isBlank: isEmpty,
}: {
  readonly sentence: string | undefined;
  readonly isBlank: boolean;
}) => {
  if (sentence !== undefined) return <p aria-label="In words">{sentence}</p>;
  if (isEmpty) return null;
  return <p className="text-small text-muted">It cannot be shown as rows of a condition, so it stays an expression.</p>;
};

/** Rows ask for a field where the document asks for an expression. */
const rowsProblem = (problem: string | undefined, value: FieldValue): string | undefined =>
  problem !== undefined && isBlank(value) ? 'Choose a field, and what it is compared with.' : problem;

/** A fixed answer has no rows, so they start empty. */
const toRows = (value: FieldValue, kind: FieldValueKind): FieldValue =>
  value.kind === 'literal' ? expression('') : convertValue(value, kind);
