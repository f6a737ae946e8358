'use client';
import { useState, type ButtonHTMLAttributes, type MouseEventHandler, type ReactNode, type Ref } from 'react';
import { LoaderCircle } from 'lucide-react';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'dense' | 'regular' | 'icon';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  /**
   * Shows a spinner and accepts no further clicks. A button that has this starts some work, so the second click of a
   * double click does nothing: it comes before the work can show.
   */
  readonly isBusy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * Browsers take the focus away from a button that becomes disabled. So while a button has the focus, it is only marked
 * as disabled, and ignores clicks.
 */
export const Button = ({ variant, size, icon, isBusy, className, children, disabled, ...rest }: ButtonProps) => {
  const [hasFocus, setHasFocus] = useState(false);
  const isOff = disabled === true || isBusy === true;
  const { onClick, onFocus, onBlur } = rest;
  const act = isBusy === undefined ? onClick : onlyFirst(onClick);
  return (
    <button
      type="button"
      {...rest}
      onClick={isOff ? ignore : act}
      onFocus={(event) => {
        setHasFocus(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setHasFocus(false);
        onBlur?.(event);
      }}
      disabled={isOff && !hasFocus}
      {...(isOff && hasFocus ? { 'aria-disabled': true } : {})}
      aria-busy={isBusy === true || undefined}
      className={classNames(buttonClasses({ variant, size }), className)}
    >
      {isBusy === true ? <LoaderCircle aria-hidden className="size-3.5 animate-turn" /> : icon}
      {children}
    </button>
  );
};

const ignore: MouseEventHandler = (event) => event.preventDefault();

const onlyFirst =
  (onClick: ButtonProps['onClick']): MouseEventHandler<HTMLButtonElement> =>
  (event) => {
    // `detail` counts the clicks of a double click. It is 0 for the keyboard.
    if (event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };

interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
}

/** The look of a button, for links that act like one. */
export const buttonClasses = ({ variant = 'secondary', size = 'dense' }: ButtonLook = {}): string =>
  classNames(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-3.5 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
  );

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-raised text-text hover:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-text',
  danger: 'border border-failed/40 bg-failed-soft text-failed hover:border-failed',
};

const sizes: Record<ButtonSize, string> = {
  dense: 'h-7 px-2.5',
  regular: 'h-8 px-3',
  icon: 'size-7',
};
