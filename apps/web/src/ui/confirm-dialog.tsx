'use client';
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Textarea } from './input.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly error?: string | undefined;
  /** What is wrong with the text that was sent; shown at it until it changes. */
  readonly reasonError?: string | undefined;
  /** Asks for a text, which may be required. */
  readonly reason?: { readonly label: string; readonly isRequired: boolean };
  readonly onConfirm: (reason: string) => void;
  readonly children?: ReactNode;
}

/** Asks before an important action, with an optional reason. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState<string>();
  const { isOpen, onOpenChange, title, description, isBusy, error, reasonError, reason: asked, children } = props;
  const confirm = () => {
    setSent(reason);
    props.onConfirm(reason.trim());
  };
  return (
    <Dialog
      isOpen={isOpen}
      // A person who closed it now would not learn how it ended.
      onOpenChange={isBusy === true ? ignore : onOpenChange}
      title={title}
      {...(description === undefined ? {} : { description })}
      footer={<Buttons {...props} isMissing={asked?.isRequired === true && reason.trim() === ''} onConfirm={confirm} />}
    >
      {(children !== undefined || asked !== undefined || error !== undefined) && (
        <div className="flex flex-col gap-3">
          {children}
          {asked !== undefined && (
            <Field label={asked.label} isRequired={asked.isRequired} error={reason === sent ? reasonError : undefined}>
              {(control) => (
                <Textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
              )}
            </Field>
          )}
          {error !== undefined && (
            <p role="alert" className="text-failed">
              {error}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
};

interface ButtonsProps extends Pick<
  ConfirmDialogProps,
  'action' | 'isDangerous' | 'isBusy' | 'isDisabled' | 'onOpenChange'
> {
  /** True while the required text is empty. */
  readonly isMissing: boolean;
  readonly onConfirm: () => void;
}

const Buttons = ({ action, isDangerous, isBusy, isDisabled, onOpenChange, isMissing, onConfirm }: ButtonsProps) => (
  <>
    <Button disabled={isBusy === true} onClick={() => onOpenChange(false)}>
      Cancel
    </Button>
    <Button
      variant={isDangerous === true ? 'danger' : 'primary'}
      isBusy={isBusy ?? false}
      disabled={isMissing || isDisabled === true}
      onClick={onConfirm}
    >
      {action}
    </Button>
  </>
);

const ignore = () => undefined;
