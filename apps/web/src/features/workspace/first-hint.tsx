'use client';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Lightbulb } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useWorkspace } from './workspace-context.ts';

interface FirstHintProps {
  /** Names the hint for good: whoever has dismissed it does not see it again. */
  readonly id: string;
  readonly children: ReactNode;
}

const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** One sentence for people who are here for the first time, until they dismiss it. The browser keeps that per person. */
export const FirstHint = ({ id, children }: FirstHintProps) => {
  const { person } = useWorkspace();
  const key = `throughline-hint ${person.id} ${id}`;
  const isShown = useSyncExternalStore(
    subscribe,
    () => !isDismissed(key),
    () => false,
  );
  if (!isShown) return null;
  return (
    <aside
      aria-label="Hint"
      className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-accent-soft px-3 py-1 text-small"
    >
      <Lightbulb aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1">{children}</p>
      <Button
        variant="ghost"
        onClick={() => {
          dismiss(key);
          for (const listener of listeners) listener();
        }}
      >
        Got it
      </Button>
    </aside>
  );
};

/** Without storage, a hint would come back on each visit, so it is not shown at all. */
const isDismissed = (key: string): boolean => {
  try {
    return window.localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
};

const dismiss = (key: string): void => {
  try {
    window.localStorage.setItem(key, 'dismissed');
  } catch {
    // The browser has no room. The hint comes back.
  }
};
