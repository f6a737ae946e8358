'use client';
import { useState } from 'react';
import { blankForm } from '@throughline/core/mapping/fields';
import { useFunctionHelp } from '#features/jsonata/use-function-help.ts';
import { Combobox } from '#ui/combobox.tsx';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

/** A function and its arguments, with what it does. */
export const FunctionFields = ({ form, onChange }: KindProps<'function'>) => {
  const { isReadOnly } = useFormScope();
  const help = useFunctionHelp();
  const [typed, setTyped] = useState<string>();
  const known = help.find(({ name }) => name === form.name);
  const choose = (name: string) => {
    setTyped(undefined);
    const chosen = help.find((each) => each.name === name.replace(/^\$/, ''));
    if (chosen === undefined) return;
    const needed = Math.max(1, chosen.parameters.filter((parameter) => !parameter.endsWith('?')).length);
    const args = Array.from({ length: Math.max(needed, 1) }, (_, index) => form.args[index] ?? blankForm);
    onChange({ kind: 'function', name: chosen.name, args });
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Combobox
        label="Function"
        value={typed ?? (form.name === '' ? '' : `$${form.name}`)}
        placeholder="Choose a function…"
        isReadOnly={isReadOnly}
        options={help.map(({ name, summary }) => ({ value: `$${name}`, hint: summary }))}
        onChange={setTyped}
        onChoose={choose}
        onCommit={choose}
      />
      {known !== undefined && (
        <p className="text-small text-muted">
          {known.summary} <code className="font-mono text-code">{known.example}</code>
        </p>
      )}
      {form.name !== '' && (
        <FormRows
          label="Arguments"
          row="argument"
          items={form.args}
          fewest={0}
          create={() => blankForm}
          addLabel="Add an argument"
          onChange={(args) => onChange({ ...form, args })}
          render={(arg, index, change) => (
            <FormPart label={known?.parameters[index] ?? `Argument ${index + 1}`} form={arg} onChange={change} />
          )}
        />
      )}
    </div>
  );
};
