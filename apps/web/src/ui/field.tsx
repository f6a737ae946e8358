import { useId, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classNames } from './class-names.ts';

export interface FieldControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Words beside the label that ask for something, instead of "required". */
  readonly demand?: string | undefined;
  readonly className?: string;
  /** Renders the control with the ids that connect it to label, hint and error. */
  readonly children: (control: FieldControlProps) => ReactNode;
}

/** Label, control, hint and error of one input, connected for assistive technology. */
export const Field = ({ label, hint, error, isRequired = false, demand, className, children }: FieldProps) => {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = classNames(hint !== undefined && hintId, error !== undefined && errorId);
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-small font-medium">
        {label}
        {demand !== undefined && <span className="font-normal text-review"> {demand}</span>}
        {demand === undefined && isRequired && <span className="font-normal text-muted"> required</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={errorId} role="alert" className="flex items-start gap-1 text-small text-failed">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className="text-small text-muted">
          {hint}
        </p>
      )}
    </div>
  );
};
