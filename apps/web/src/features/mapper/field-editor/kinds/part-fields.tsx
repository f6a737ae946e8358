'use client';
import { Field } from '#ui/field.tsx';
import { DraftInput } from '../draft-input.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

/** A text, and the pattern of the part of it that counts. */
export const PartFields = ({ form, onChange }: KindProps<'part'>) => {
  const { isReadOnly } = useFormScope();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FormPart label="Text" form={form.value} onChange={(value) => onChange({ ...form, value })} />
      <Field label="Pattern of the part" hint="A regular expression: ^[A-Z]{2} is two capitals at the start.">
        {(control) => (
          <DraftInput
            {...control}
            className="w-full font-mono text-code"
            value={form.pattern}
            readOnly={isReadOnly}
            onCommit={(pattern) => onChange({ ...form, pattern: pattern.trim() })}
          />
        )}
      </Field>
    </div>
  );
};
