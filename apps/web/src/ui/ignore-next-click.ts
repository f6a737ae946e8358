/** The browser reports the end of a drag as a click on what is below the pointer. Nothing may react to that click. */
export function ignoreNextClick(): void {
  window.addEventListener('click', stopClick, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stopClick, { capture: true }), 0);
}

const stopClick = (event: MouseEvent): void => event.stopPropagation();
