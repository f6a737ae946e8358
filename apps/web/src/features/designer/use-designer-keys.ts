'use client';
import { useEffect } from 'react';
import type { Step } from '@throughline/core/flow/step';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { readBody } from './read-flow.ts';

export interface DesignerKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly remove: () => void;
  readonly duplicate: () => void;
  readonly add: () => void;
  /** Leaves the form of the selected step. */
  readonly leaveForm: () => void;
  /** The selected step, for the clipboard; undefined if there is none. */
  readonly selected: () => Step | undefined;
  readonly paste: (steps: readonly Step[]) => void;
  readonly isReadOnly: boolean;
}

/** Marks our text on the clipboard, so that other JSON is not mistaken for steps. */
const clipboardType = 'throughline/steps';

/** The keys of the designer as a whole. They do nothing while somebody types or a dialog is open. */
export const useDesignerKeys = (keys: DesignerKeys): void => {
  const latest = useLatest(keys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? undefined : actionOf(event, latest.current);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    const onCopy = (event: ClipboardEvent) => {
      const step = isElsewhere(event.target) || hasSelectedText() ? undefined : latest.current.selected();
      if (step === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', JSON.stringify({ type: clipboardType, steps: [step] }, null, 2));
      if (event.type === 'cut' && !latest.current.isReadOnly) latest.current.remove();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || latest.current.isReadOnly) return;
      const steps = readSteps(event.clipboardData?.getData('text/plain') ?? '');
      if (steps === undefined) return;
      event.preventDefault();
      latest.current.paste(steps);
    };
    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [latest]);
};

function actionOf(event: KeyboardEvent, keys: DesignerKeys): (() => void) | undefined {
  if (event.key === 'Escape' && isInForm(event.target)) return keys.leaveForm;
  if (keys.isReadOnly) return undefined;
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  // In a text field, the field's own undo comes first. It prevents the default as long as it has something to undo.
  if (isCommand && key === 'z' && !isPlainField(event.target)) return event.shiftKey ? keys.redo : keys.undo;
  if (isCommand && key === 'y' && !isPlainField(event.target)) return keys.redo;
  if (isElsewhere(event.target)) return undefined;
  if (isCommand && key === 'd') return keys.duplicate;
  if (isCommand || event.altKey) return undefined;
  if (key === 'delete' || key === 'backspace') return keys.remove;
  return key === 'a' ? keys.add : undefined;
}

const isInForm = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[aria-label="Selected step"]') !== null;

const isPlainField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    isPlainField(target) ||
    target.closest('[role="dialog"],[role="menu"],[role="listbox"],[role="combobox"]') !== null);

const hasSelectedText = (): boolean => (document.getSelection()?.toString() ?? '') !== '';

function readSteps(text: string): Step[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== clipboardType)
      return undefined;
    if (!('steps' in value) || !Array.isArray(value.steps)) return undefined;
    return readBody(value.steps);
  } catch {
    return undefined;
  }
}
