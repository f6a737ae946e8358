import { fieldEditorId } from './focus-field-editor.ts';

/**
 * A change of the form can take away the button that made it. The keyboard then stays where that button was, instead of
 * falling back to the page.
 */
export function keepFocus(): void {
  const at = controls().findIndex((control) => control === document.activeElement);
  if (at < 0) return;
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const left = controls();
    left[Math.min(at, left.length - 1)]?.focus();
  });
}

const controls = (): HTMLElement[] => [
  ...(document.getElementById(fieldEditorId)?.querySelectorAll<HTMLElement>('button:enabled, input, textarea') ?? []),
];
