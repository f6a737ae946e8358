declare global {
  interface Window {
    /** What had the focus, if the page itself has it now; `forgets` it. */
    lostFocus?: (forgets: boolean) => string | undefined;
  }
}

/** Runs in the page before anything else. Remembers what has the focus, until a person gives it up with the pointer. */
export function watchFocusedElement(): void {
  let held: string | undefined;
  let moves = 0;
  const describe = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 60);
    const role = element.getAttribute('role') ?? element.localName;
    return `${role} "${name}"`;
  };
  const isOnPage = (): boolean => document.activeElement === null || document.activeElement === document.body;
  document.addEventListener(
    'focusin',
    ({ target }) => {
      moves += 1;
      if (target instanceof Element && target !== document.body) held = describe(target);
    },
    true,
  );
  window.addEventListener(
    'mousedown',
    () => {
      const wasOnPage = isOnPage();
      const before = document.activeElement;
      const movesBefore = moves;
      // The browser moves the focus after all listeners were called. By then the click may have removed its button.
      setTimeout(() => {
        if (!wasOnPage && isOnPage() && moves === movesBefore && before?.isConnected === true) held = undefined;
      });
    },
    true,
  );
  window.lostFocus = (forgets) => {
    const lost = isOnPage() ? held : undefined;
    if (forgets && lost !== undefined) held = undefined;
    return lost;
  };
}
