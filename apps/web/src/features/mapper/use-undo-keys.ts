'use client';
import { useEffect } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';

interface UndoKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isReadOnly: boolean;
}

/** Undo and redo by keyboard anywhere except in dialogs and in plain fields, which have their own undo. */
export const useUndoKeys = (keys: UndoKeys): void => {
  const latest = useLatest(keys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { undo, redo, isReadOnly } = latest.current;
      const key = event.key.toLowerCase();
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y');
      if (isReadOnly || !isCommand || event.defaultPrevented || isElsewhere(event.target)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
};

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.closest('[role="dialog"]') !== null);
