'use client';
import { JsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { classNames } from '#ui/class-names.ts';
import { useFormContext } from './form-context.ts';

interface ExpressionInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly placeholder: string;
  readonly isInvalid: boolean;
  /** Instead of the form's scope. */
  readonly scope?: ExpressionScope | undefined;
}

/** The editor of an expression in a form, which grows with its text up to some lines. */
export const ExpressionInput = ({ labelId, isInvalid, ...props }: ExpressionInputProps) => {
  const { scope, isReadOnly } = useFormContext();
  return (
    <JsonataEditor
      {...props}
      scope={props.scope ?? scope}
      labelledBy={labelId}
      isReadOnly={isReadOnly}
      className={classNames(
        'max-h-52 min-h-7 overflow-auto rounded-md border bg-raised transition-colors focus-within:border-accent [&_.cm-content]:py-0.75!',
        isInvalid ? 'border-failed' : 'border-edge hover:border-muted',
      )}
    />
  );
};
