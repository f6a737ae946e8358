'use client';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

/** What a button of a line does. */
export type RowAction = 'accept' | 'reject';

interface NextFocus {
  readonly container: RefObject<HTMLDivElement | null>;
  /** After the next change, the same button of another line has the focus, or else the last button. */
  readonly focusNext: (id: string | undefined, action: RowAction) => void;
}

/** Keeps the focus in the list when the line with the focus is dealt with and disappears. */
export const useNextFocus = (): NextFocus => {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ readonly id: string | undefined; readonly action: RowAction }>(undefined);
  useEffect(() => {
    const { current } = container;
    if (wanted.current === undefined || current === null) return;
    const { id, action } = wanted.current;
    wanted.current = undefined;
    const row = [...current.querySelectorAll<HTMLElement>('[data-proposal]')].find(
      ({ dataset }) => dataset['proposal'] === id,
    );
    const button = row?.querySelector<HTMLElement>(`[data-action="${action}"]`);
    (button ?? [...current.querySelectorAll('button')].at(-1))?.focus();
  });
  return {
    container,
    focusNext: (id, action) => {
      wanted.current = { id, action };
    },
  };
};

/** The arrow keys move from a button to the same one of the line above or below. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const button = event.currentTarget;
  const list = button.closest('ul');
  if (step === 0 || list === null) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll<HTMLElement>(`[data-action="${button.dataset['action'] ?? ''}"]`)];
  buttons[buttons.indexOf(button) + step]?.focus();
}
