'use client';
import { useEffect } from 'react';
import type { Step } from '@throughline/core/flow/step';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { stepsFromText, stepsToText } from './state/clipboard.ts';

export interface DesignerKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly remove: () => void;
  readonly duplicate: () => void;
  readonly switchOff: () => void;
  readonly selectAll: () => void;
  readonly add: () => void;
  /** Adds the first step inside the selected container. */
  readonly addInside: () => void;
  /** Starts to move the selected steps with the arrow keys. */
  readonly move: () => void;
  /** Leaves the form of the selected step. */
  readonly leaveForm: () => void;
  /** The selected steps, for the clipboard. */
  readonly selected: () => readonly Step[];
  readonly paste: (steps: readonly Step[]) => void;
  /** Says why steps from the clipboard cannot be taken. */
  readonly refuse: (sentence: string) => void;
  readonly isReadOnly: boolean;
}

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
      const steps = isElsewhere(event.target) || hasSelectedText() ? [] : latest.current.selected();
      if (steps.length === 0) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', stepsToText(steps));
      if (event.type === 'cut' && !latest.current.isReadOnly) latest.current.remove();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || latest.current.isReadOnly) return;
      const steps = stepsFromText(event.clipboardData?.getData('text/plain') ?? '');
      if (steps === undefined) return;
      event.preventDefault();
      if (typeof steps === 'string') latest.current.refuse(steps);
      else latest.current.paste(steps);
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
  if (isElsewhere(event.target) || event.altKey) return undefined;
  const action = isCommand ? commandKeys[key] : event.shiftKey && key === 'a' ? 'addInside' : plainKeys[key];
  return action && keys[action];
}

type PlainAction = 'duplicate' | 'selectAll' | 'remove' | 'add' | 'addInside' | 'move' | 'switchOff';

const commandKeys: Readonly<Record<string, PlainAction>> = { d: 'duplicate', a: 'selectAll' };
const plainKeys: Readonly<Record<string, PlainAction>> = {
  delete: 'remove',
  backspace: 'remove',
  a: 'add',
  d: 'switchOff',
  m: 'move',
};

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
