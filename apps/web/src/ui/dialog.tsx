'use client';
import { useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Buttons at the bottom, main one last. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

export const Dialog = ({
  isOpen,
  onOpenChange,
  title,
  description,
  size = 'medium',
  footer,
  children,
}: DialogProps) => {
  const opener = useRef<Element>(null);
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-sunken/70 backdrop-blur-[1px]" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            focusFirst(event);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus(opener.current);
          }}
          className={classNames(
            // Its top stays where it is when its content grows or shrinks, so that no button moves under the pointer.
            'fixed top-4 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-24px)] -translate-x-1/2 flex-col sm:top-[9vh] sm:max-h-[82dvh] rounded-lg border border-line bg-raised shadow-float',
            widths[size],
          )}
        >
          <div className="flex items-start gap-3 px-4 pt-3.5 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-heading font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label="Close"
              className="-mr-1 grid size-7 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </div>
          {children !== undefined && (
            <div data-dialog="body" className="min-h-0 flex-1 overflow-auto px-4 py-2">
              {children}
            </div>
          )}
          {footer !== undefined && (
            <div data-dialog="footer" className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

const fields = ['input', 'textarea', 'select', '[role="combobox"]', '.cm-content']
  .map((field) => `[data-dialog="body"] ${field}:not(:disabled)`)
  .join(', ');

/**
 * What is marked with `data-first-focus` gets the focus, then the first field, or else the first button at the bottom, which is the safe one. It is never Close,
 * because a space typed for a field would close the dialog. While its content loads, the dialog itself has the focus.
 */
function focusFirst(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const dialog = event.currentTarget;
  if (dialog.querySelector(loading) === null) return firstOf(dialog).focus();
  dialog.focus();
  const observer = new MutationObserver(() => {
    if (dialog.isConnected && dialog.querySelector(loading) !== null) return;
    observer.disconnect();
    // If the focus has moved elsewhere in the meantime, it stays there.
    if (document.activeElement === dialog) firstOf(dialog).focus();
  });
  observer.observe(dialog, { childList: true, subtree: true });
}

/** What opened the dialog gets the focus back, unless the focus has moved on. */
function returnFocus(opener: Element | null): void {
  const { activeElement, body } = document;
  if (opener instanceof HTMLElement && (activeElement === null || activeElement === body)) opener.focus();
}

const loading = '[data-dialog="body"] [aria-label="Loading"]';

const firstOf = (dialog: HTMLElement): HTMLElement =>
  dialog.querySelector<HTMLElement>('[data-first-focus]:not(:disabled)') ??
  dialog.querySelector<HTMLElement>(fields) ??
  dialog.querySelector<HTMLElement>('[data-dialog="footer"] button:not(:disabled, [aria-disabled="true"])') ??
  dialog;

const widths = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' } as const;
