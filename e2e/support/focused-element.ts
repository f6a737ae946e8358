declare global {
  interface Window {
    /** What had the focus, if the page itself has it now; `forgets` it. */
    lostFocus?: (forgets: boolean) => string | undefined;
  }
}

/** Runs in the page before anything else. Remembers what has the focus, until a person gives it up with the pointer. */
export function watchFocusedElement(): void {
  let held: string | undefined;
  const describe = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 60);
    const role = element.getAttribute('role') ?? element.localName;
    return `${role} "${name}"`;
  };
  const isOnPage = (): boolean => document.activeElement === null || document.activeElement === document.body;
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target !== document.body) held = describe(target);
    },
    true,
  );
  window.addEventListener(
    'mousedown',
    () => {
      const wasOnPage = isOnPage();
      const before = document.activeElement;
      // The browser moves the focus after all listeners were called.
      setTimeout(() => {
        if (!wasOnPage && isOnPage() && before?.isConnected === true) held = undefined;
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
