'use client';
import { useEffect } from 'react';

/** Frames that whatever removed the focused element has to move the focus itself, which it knows better how to do. */
const patienceFrames = 4;

/**
 * Catches the keyboard focus before it falls to the page: when the element that has it is removed, hidden or disabled,
 * and nobody else moves the focus, it goes to what was next to that element, or else to what is around it. A person who
 * clicks on a place that takes no focus gives it up; then it stays where the browser puts it.
 */
export const useFocusNet = (): void => {
  useEffect(() => {
    let held: Trail = [];
    let heldOnPage: Trail = [];
    let isGivenUp = false;
    let moves = 0;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      isGivenUp = false;
      moves += 1;
      held = trailOf(target);
      if (target.closest(floating) === null) heldOnPage = held;
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return;
      afterFrames(patienceFrames, () => {
        if (isNobodyFocused() && !isGivenUp && document.hasFocus()) catchFocus(held, heldOnPage);
      });
    };
    const onMouseDown = () => {
      const [before, movesBefore] = [document.activeElement, moves];
      // The browser moves the focus after all listeners were called. By then the click may have removed its button.
      setTimeout(() => {
        if (isNobodyFocused() && moves === movesBefore && before?.isConnected === true) isGivenUp = true;
      });
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    window.addEventListener('mousedown', onMouseDown, true);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
      window.removeEventListener('mousedown', onMouseDown, true);
    };
  }, []);
};

/** What floats above the page and goes away again. */
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const isNobodyFocused = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** An element and everything around it, from the inside out, each with its neighbours at that time. */
type Trail = readonly { readonly element: Element; readonly neighbours: readonly (Element | null)[] }[];

const trailOf = (element: Element | null): Trail =>
  element === null || element === document.body
    ? []
    : [
        { element, neighbours: [element.nextElementSibling, element.previousElementSibling] },
        ...trailOf(element.parentElement),
      ];

function catchFocus(...trails: readonly Trail[]): void {
  for (const trail of trails) {
    for (const { element, neighbours } of trail) {
      if ([element, ...neighbours].some((each) => each !== null && each.isConnected && takesFocus(each))) return;
    }
  }
  document.getElementById('page')?.focus({ preventScroll: true });
}

const focusable =
  'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"], [role="option"][aria-selected="true"]';

/** Gives the focus to an element, or to the first inside it that takes it. */
function takesFocus(element: Element): boolean {
  const inside = [element, ...element.querySelectorAll(focusable)];
  return inside.some((each) => {
    if (!(each instanceof HTMLElement) || !each.matches(focusable)) return false;
    each.focus({ preventScroll: true });
    return document.activeElement === each;
  });
}

function afterFrames(count: number, run: () => void): void {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, run) : run()));
}
