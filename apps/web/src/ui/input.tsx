import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export const controlClasses =
  'control min-w-0 rounded-md border border-edge bg-raised px-2 text-text transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-1 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-failed';

/** A control that cannot be edited must not look editable. A select is a button, which counts as read-only as well. */
const readOnlyClasses = 'read-only:border-line read-only:bg-sunken read-only:hover:border-line';

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

export const Input = ({ className, ...rest }: InputProps) => (
  <input autoComplete="off" {...rest} className={classNames(controlClasses, readOnlyClasses, 'h-7', className)} />
);

interface TextareaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export const Textarea = ({ className, rows = 3, ...rest }: TextareaProps) => (
  <textarea
    rows={rows}
    {...rest}
    className={classNames(controlClasses, readOnlyClasses, 'resize-y py-1.5', className)}
  />
);
