'use client';
import { useId } from 'react';
import { CircleAlert } from 'lucide-react';
import { JsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { classNames } from '#ui/class-names.ts';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';

interface ExpressionFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: string | undefined;
  /** An optional field reports undefined when it is emptied. */
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isHiddenLabel?: boolean;
  readonly isRequired?: boolean;
  /** Instead of the form's scope. */
  readonly scope?: ExpressionScope;
}

/** A JSONata expression: with completion from the scope of this step, and problems marked in the text. */
export const ExpressionField = (props: ExpressionFieldProps) => {
  const { label, pointer, value = '', hint, placeholder = '', isHiddenLabel = false, isRequired = false } = props;
  const { scope, problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  const id = useId();
  const problem = problemAt(pointer);
  return (
    <div ref={host} className="flex min-w-0 flex-col gap-1">
      <span id={`${id}-label`} className={isHiddenLabel ? 'sr-only' : 'text-small font-medium'}>
        {label}
        {isRequired && !isHiddenLabel && <span className="font-normal text-muted"> required</span>}
      </span>
      <JsonataEditor
        value={value}
        onChange={props.onChange}
        scope={props.scope ?? scope}
        label={label}
        labelledBy={`${id}-label`}
        describedBy={problem === undefined && hint === undefined ? undefined : `${id}-hint`}
        placeholder={placeholder}
        isReadOnly={isReadOnly}
        className={classNames(
          'max-h-52 min-h-7 overflow-auto rounded-md border bg-raised transition-colors focus-within:border-accent [&_.cm-content]:py-0.75!',
          problem === undefined ? 'border-edge hover:border-muted' : 'border-failed',
        )}
      />
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
    </div>
  );
};
