'use client';
import Link from 'next/link';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';

interface ToastMessage {
  readonly id: number;
  readonly tone: 'good' | 'fail';
  readonly title: string;
  readonly text?: string | undefined;
  readonly link?: ToastLink | undefined;
}

export interface ToastLink {
  readonly label: string;
  readonly href: string;
}

export interface Toaster {
  readonly succeeded: (title: string, text?: string, link?: ToastLink) => void;
  readonly failed: (title: string, text?: string) => void;
}

const ToasterContext = createContext<Toaster | undefined>(undefined);

/** Says what just happened, at the bottom of the screen. */
export const useToaster = (): Toaster => {
  const toaster = useContext(ToasterContext);
  if (toaster === undefined) throw new Error('useToaster needs a ToastProvider above it');
  return toaster;
};

const shownMs = 5000;
/** Time to read it and to reach the link. */
const shownWithLinkMs = 12_000;

export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
  const add = useCallback((message: Omit<ToastMessage, 'id'>) => {
    setMessages((current) => [...current.slice(-2), { id: (current.at(-1)?.id ?? 0) + 1, ...message }]);
  }, []);
  const toaster = useMemo<Toaster>(
    () => ({
      succeeded: (title, text, link) => add({ tone: 'good', title, text, link }),
      failed: (title, text) => add({ tone: 'fail', title, text }),
    }),
    [add],
  );
  const remove = (id: number) => setMessages((current) => current.filter((message) => message.id !== id));
  return (
    <ToasterContext value={toaster}>
      <Radix.Provider duration={shownMs} swipeDirection="right">
        {children}
        {messages.map((message) => (
          <Toast key={message.id} message={message} onClose={() => remove(message.id)} />
        ))}
        <Radix.Viewport className="fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2 outline-none" />
      </Radix.Provider>
    </ToasterContext>
  );
};

const Toast = ({ message, onClose }: { readonly message: ToastMessage; readonly onClose: () => void }) => (
  <Radix.Root
    type={message.tone === 'fail' ? 'foreground' : 'background'}
    {...(message.link === undefined ? {} : { duration: shownWithLinkMs })}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    className="flex items-start gap-2 rounded-lg border border-line bg-raised p-3 shadow-float data-[state=open]:animate-enter"
  >
    {message.tone === 'good' ? (
      <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-live" />
    ) : (
      <CircleAlert aria-hidden className="mt-px size-4 shrink-0 text-failed" />
    )}
    <div className="min-w-0 flex-1">
      <Radix.Title className="font-medium">{message.title}</Radix.Title>
      {message.text !== undefined && <Radix.Description className="text-muted">{message.text}</Radix.Description>}
      {message.link !== undefined && (
        <Radix.Action asChild altText={message.link.label}>
          <Link href={message.link.href} className="font-medium text-accent hover:underline">
            {message.link.label}
          </Link>
        </Radix.Action>
      )}
    </div>
    <Radix.Close aria-label="Dismiss" className="text-muted hover:text-text">
      <X aria-hidden className="size-4" />
    </Radix.Close>
  </Radix.Root>
);
