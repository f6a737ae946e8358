'use client';
import { blankForm, type Condition, type ConditionRow, type FieldForm } from '@throughline/core/mapping/fields';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import { useFormScope } from '../form-scope.ts';

interface ConditionRowsProps {
  readonly label: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  /** What the rows can look at; by default, everything that can be read here. */
  readonly options?: readonly ComboboxOption[] | undefined;
}

/** The rows of a condition: a field, how it is compared, and with what. */
export const ConditionRows = ({ label, condition, onChange, options }: ConditionRowsProps) => {
  const { isReadOnly } = useFormScope();
  const { match, rows } = condition;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="flex flex-wrap items-center gap-2 text-small font-medium">
        {label}
        {rows.length > 1 && (
          <Segmented
            label={`${label}: how many of its rows`}
            value={match}
            segments={[
              { value: 'all', label: 'all hold' },
              { value: 'any', label: 'one holds' },
            ]}
            onChange={(next) => !isReadOnly && onChange({ match: next === 'any' ? 'any' : 'all', rows })}
          />
        )}
      </span>
      <FormRows
        label={label}
        row="row"
        items={rows}
        create={(): ConditionRow => ({ kind: 'comparison', left: blankForm, operator: 'is', right: blankForm })}
        addLabel="Add a row"
        onChange={(next) => onChange({ match: next.length > 1 ? match : 'all', rows: next })}
        render={(row, index, change) => (
          <Row
            label={rows.length === 1 ? label : `${label}, row ${index + 1}`}
            {...{ row, options }}
            onChange={change}
          />
        )}
      />
    </div>
  );
};

interface RowProps {
  readonly label: string;
  readonly row: ConditionRow;
  readonly options: readonly ComboboxOption[] | undefined;
  readonly onChange: (row: ConditionRow) => void;
}

const Row = ({ label, row, options, onChange }: RowProps) => {
  const { isReadOnly } = useFormScope();
  if (row.kind === 'group') {
    return (
      <ConditionRows
        label={`${label}, together`}
        condition={row.condition}
        options={options}
        onChange={(condition) => onChange({ kind: 'group', condition })}
      />
    );
  }
  const left = row.kind === 'state' ? row.value : row.left;
  const setLeft = (form: FieldForm) =>
    onChange(row.kind === 'state' ? { ...row, value: form } : { ...row, left: form });
  return (
    <>
      <FormPart label={`${label}: field`} isLabelHidden form={left} onChange={setLeft} options={options} />
      <Select
        aria-label={`${label}: comparison`}
        className="w-full"
        value={row.kind === 'state' ? row.state : row.operator}
        isDisabled={isReadOnly}
        options={operators}
        onChange={(next) => onChange(withOperator(row, left, next))}
      />
      {row.kind === 'comparison' && (
        <FormPart
          label={`${label}: compared with`}
          isLabelHidden
          form={row.right}
          onChange={(right) => onChange({ ...row, right })}
          options={options}
        />
      )}
    </>
  );
};

const states = { filled: 'is filled, or yes', empty: 'is empty, or no', there: 'is there', missing: 'is missing' };
const comparisons = {
  is: 'is',
  'is-not': 'is not',
  more: 'is more than',
  'at-least': 'is at least',
  less: 'is less than',
  'at-most': 'is at most',
  'one-of': 'is one of',
  'none-of': 'is none of',
  contains: 'contains',
};
const operators = Object.entries({ ...comparisons, ...states }).map(([value, label]) => ({ value, label }));

function withOperator(row: ConditionRow, left: FieldForm, next: string): ConditionRow {
  if (next in states) return { kind: 'state', value: left, state: next as keyof typeof states };
  const right = row.kind === 'comparison' ? row.right : blankForm;
  const isList = next === 'one-of' || next === 'none-of';
  const fitting: FieldForm = isList && right.kind !== 'values' ? { kind: 'values', items: [right] } : right;
  return { kind: 'comparison', left, operator: next as keyof typeof comparisons, right: fitting };
}
