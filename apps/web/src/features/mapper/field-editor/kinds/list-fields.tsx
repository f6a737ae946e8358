'use client';
import {
  blankCondition,
  blankForm,
  type FieldForm,
  type FieldPath,
  type FormOf,
} from '@throughline/core/mapping/fields';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import { FormScopeContext, useFormScope } from '../form-scope.ts';
import { SourceInput } from '../source-input.tsx';
import { ConditionRows } from './condition-rows.tsx';
import type { KindProps } from './kind-props.ts';

/** A source list, which of its items, in which order, and what each becomes. */
export const ListFields = ({ form, onChange }: KindProps<'list'>) => {
  const scope = useFormScope();
  const { from, variables } = form;
  const path = from.kind === 'source' ? from.path : undefined;
  const within = path === undefined ? [] : scope.optionsWithin(path);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="text-small font-medium">Each item of</span>
      <SourceInput label="List" form={withoutFilter(from)} onChange={(next) => onChange({ ...form, from: next })} />
      {path !== undefined && (
        <Filter path={path} onChange={(next) => onChange({ ...form, from: { kind: 'source', path: next } })} />
      )}
      <FormScopeContext value={{ ...scope, options: [...within, ...scope.options] }}>
        <Order form={form} onChange={onChange} />
        <FormScopeContext value={variables === undefined ? { ...scope, options: within } : scope}>
          <Item form={form} onChange={onChange} />
        </FormScopeContext>
      </FormScopeContext>
    </div>
  );
};

/** The list itself, whose filter has inputs of its own. */
const withoutFilter = (from: FieldForm): FieldForm =>
  from.kind === 'source'
    ? {
        kind: 'source',
        path: from.path.map(({ only, ...step }, index) =>
          index < from.path.length - 1 && only !== undefined ? { ...step, only } : step,
        ),
      }
    : from;

interface FilterProps {
  readonly path: FieldPath;
  readonly onChange: (path: FieldPath) => void;
}

const Filter = ({ path, onChange }: FilterProps) => {
  const { isReadOnly, optionsWithin } = useFormScope();
  const last = path.at(-1);
  if (last === undefined) return null;
  const { only, ...step } = last;
  const withLast = (next: FieldPath[number]): FieldPath => [...path.slice(0, -1), next];
  if (only === undefined) {
    return isReadOnly ? null : (
      <Button
        variant="ghost"
        className="self-start"
        onClick={() => onChange(withLast({ ...step, only: blankCondition }))}
      >
        Only some items
      </Button>
    );
  }
  return (
    <>
      <ConditionRows
        label="Only where"
        condition={only}
        options={optionsWithin(path)}
        onChange={(next) => onChange(withLast({ ...step, only: next }))}
      />
      {!isReadOnly && (
        <Button variant="ghost" className="self-start" onClick={() => onChange(withLast(step))}>
          Take all items
        </Button>
      )}
    </>
  );
};

const directions = [
  { value: 'up', label: 'from low to high' },
  { value: 'down', label: 'from high to low' },
];

const Order = ({ form, onChange }: KindProps<'list'>) => {
  const { isReadOnly } = useFormScope();
  return (
    <FormRows
      label="Order"
      row="order"
      items={form.order}
      fewest={0}
      create={() => ({ by: blankForm, isDescending: false })}
      addLabel={form.order.length === 0 ? 'Put them in order' : 'Then by'}
      onChange={(order) => onChange({ ...form, order })}
      render={(each, index, change) => (
        <>
          <FormPart
            label={index === 0 ? 'Ordered by' : 'Then by'}
            form={each.by}
            onChange={(by) => change({ ...each, by })}
          />
          <Select
            aria-label={`Direction ${index + 1}`}
            className="w-full"
            value={each.isDescending ? 'down' : 'up'}
            isDisabled={isReadOnly}
            options={directions}
            onChange={(next) => change({ ...each, isDescending: next === 'down' })}
          />
        </>
      )}
    />
  );
};

const results = [
  { value: 'same', label: 'stays as it is' },
  { value: 'object', label: 'becomes an item with fields of its own' },
  { value: 'value', label: 'becomes a value' },
];

const Item = ({ form, onChange }: KindProps<'list'>) => {
  const { isReadOnly } = useFormScope();
  const { item, ...rest } = form;
  const kind = item === undefined ? 'same' : item.kind === 'object' ? 'object' : 'value';
  return (
    <>
      <Select
        aria-label="What each item becomes"
        className="w-full"
        value={kind}
        isDisabled={isReadOnly}
        options={results}
        onChange={(next) => onChange(withItem(rest, next))}
      />
      {item?.kind === 'object' && <p className="text-muted">Its fields are below this one, in the target.</p>}
      {item !== undefined && item.kind !== 'object' && (
        <FormPart label="Value" form={item} onChange={(next) => onChange({ ...form, item: next })} />
      )}
    </>
  );
};

function withItem(form: Omit<FormOf<'list'>, 'item'>, kind: string): FormOf<'list'> {
  if (kind === 'same') return form;
  return { ...form, item: kind === 'object' ? { kind: 'object', text: '{}' } : blankForm };
}
