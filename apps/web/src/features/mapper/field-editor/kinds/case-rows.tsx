'use client';
import { blankCondition, blankForm } from '@throughline/core/mapping/fields';
import { Button } from '#ui/button.tsx';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import { useFormScope } from '../form-scope.ts';
import { ConditionRows } from './condition-rows.tsx';
import type { LabelledKindProps } from './kind-props.ts';

/** If a condition holds, this value; else the next one; and one for everything else. */
export const CaseRows = ({ label, form, onChange }: LabelledKindProps<'condition'>) => {
  const { isReadOnly } = useFormScope();
  const { cases, otherwise } = form;
  return (
    <div className="flex flex-col gap-1.5">
      <FormRows
        label={label}
        row="case"
        items={cases}
        create={() => ({ when: blankCondition, value: blankForm })}
        addLabel="Add a case"
        onChange={(next) => onChange({ ...form, cases: next })}
        render={(each, index, change) => (
          <>
            <ConditionRows
              label={`If${index === 0 ? '' : `, case ${index + 1}`}`}
              condition={each.when}
              onChange={(when) => change({ ...each, when })}
            />
            <FormPart
              label={cases.length === 1 ? 'Then' : `Then, case ${index + 1}`}
              form={each.value}
              onChange={(value) => change({ ...each, value })}
              isResult
            />
          </>
        )}
      />
      {otherwise === undefined ? (
        <p className="flex items-center gap-2 text-muted">
          Otherwise the field stays empty.
          {!isReadOnly && (
            <Button variant="ghost" onClick={() => onChange({ ...form, otherwise: blankForm })}>
              Set a value
            </Button>
          )}
        </p>
      ) : (
        <div className="rounded-md border border-line bg-surface p-1.5">
          <FormPart
            label="Otherwise"
            form={otherwise}
            onChange={(next) => onChange({ ...form, otherwise: next })}
            isResult
          />
          {!isReadOnly && (
            <Button variant="ghost" onClick={() => onChange({ kind: 'condition', cases })}>
              Leave it empty otherwise
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
