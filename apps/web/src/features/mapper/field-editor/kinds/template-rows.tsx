'use client';
import { blankForm, type FieldForm } from '@throughline/core/mapping/fields';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import { useFormScope } from '../form-scope.ts';
import type { LabelledKindProps } from './kind-props.ts';

/** Texts and fields one after the other, first as they will read, then one by one. */
export const TemplateRows = ({ label, form, onChange }: LabelledKindProps<'template'>) => (
  <div className="flex flex-col gap-1.5">
    <p aria-hidden className="flex flex-wrap items-center gap-0.5">
      {form.parts.map((part, index) => (
        <Chip key={index} part={part} />
      ))}
    </p>
    <FormRows
      label={label}
      row="part"
      items={form.parts}
      create={() => blankForm}
      addLabel="Add a part"
      onChange={(parts) => onChange(parts.length === 1 && parts[0] !== undefined ? parts[0] : { ...form, parts })}
      render={(part, index, change) => (
        <FormPart label={`Part ${index + 1}`} isLabelHidden form={part} onChange={change} />
      )}
    />
  </div>
);

const Chip = ({ part }: { readonly part: FieldForm }) => {
  const { say } = useFormScope();
  if (part.kind === 'constant') return <span className="whitespace-pre">{String(part.value)}</span>;
  return (
    <span className="max-w-full truncate rounded-sm bg-accent-soft px-1 text-accent-strong">
      {part === blankForm ? '…' : say(part)}
    </span>
  );
};
