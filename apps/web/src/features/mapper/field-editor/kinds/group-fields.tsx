'use client';
import { blankForm } from '@throughline/core/mapping/fields';
import { FormPart } from '../form-part.tsx';
import { FormScopeContext, useFormScope } from '../form-scope.ts';
import { SourceInput } from '../source-input.tsx';
import type { KindProps } from './kind-props.ts';

/** A source list, and the field whose different values make the groups. */
export const GroupFields = ({ form, onChange }: KindProps<'group'>) => {
  const scope = useFormScope();
  const { from, by, item, variables } = form;
  const within = scope.optionsWithin(from);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="text-small font-medium">Items of</span>
      <SourceInput
        label="List"
        form={from.length === 0 ? blankForm : { kind: 'source', path: from }}
        onChange={(next) => next.kind === 'source' && onChange({ ...form, from: next.path })}
      />
      <span className="text-small font-medium">One group for each different</span>
      <SourceInput label="Group by" form={by} options={within} onChange={(next) => onChange({ ...form, by: next })} />
      {variables === undefined ? (
        <FormScopeContext value={{ ...scope, options: within }}>
          <FormPart label="Value of a group" form={item} onChange={(next) => onChange({ ...form, item: next })} />
        </FormScopeContext>
      ) : (
        <p className="text-muted">
          Each group is an item with fields of its own, below this one in the target. There, {variables[0]} is the value
          that its items share, and {variables[1]} are the items, for totals.
        </p>
      )}
    </div>
  );
};
