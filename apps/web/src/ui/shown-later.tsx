'use client';
import { createElement, type ComponentType, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useHasFailed, useLater, type Later } from './later.ts';
import { Notice } from './states.tsx';
import { useBusy } from './use-busy.ts';

interface ShownLaterProps<Props extends object> {
  readonly later: Later<ComponentType<Props>>;
  readonly props: Props;
  /** Shown until its code is there. */
  readonly meanwhile?: ReactNode;
}

/** A component whose code is loaded when it is shown. */
export const ShownLater = <Props extends object>({ later, props, meanwhile }: ShownLaterProps<Props>): ReactNode => {
  const Part = useLater(later);
  const hasFailed = useHasFailed(later);
  if (Part !== undefined) return createElement(Part, props);
  return hasFailed ? <NotLoaded later={later} /> : meanwhile;
};

interface DialogLaterProps<Props extends object> extends Omit<ShownLaterProps<Props>, 'meanwhile'> {
  /** Stands above the message if it cannot be loaded. */
  readonly title: string;
  /** Absent for what has to be answered. */
  readonly onClose?: () => void;
}

/** A dialog whose code is loaded when it is opened. */
export const DialogLater = <Props extends object>(dialog: DialogLaterProps<Props>): ReactNode => {
  const { later, props, title, onClose } = dialog;
  const Part = useLater(later);
  const hasFailed = useHasFailed(later);
  if (Part !== undefined) return createElement(Part, props);
  return hasFailed ? (
    <Dialog isOpen onOpenChange={() => onClose?.()} title={title}>
      <NotLoaded later={later} />
    </Dialog>
  ) : null;
};

/** Says that a part of the page is missing, which is asked for again and again meanwhile. */
export const NotLoaded = ({ later }: { readonly later: Later<unknown> }) => {
  const [isBusy, run] = useBusy();
  return (
    <Notice tone="fail">
      This part of the page could not be loaded. If trying again does not help, reload the page.{' '}
      <Button isBusy={isBusy} onClick={() => void run(later.loaded)}>
        Try again
      </Button>
    </Notice>
  );
};
