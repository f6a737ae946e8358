/* These functions run in the page. Each is sent there as text and may use nothing from outside itself. */

/** Scrolls both trees down and up again, at different speeds, and returns how long each frame took. */
export async function framesWhileScrolling(): Promise<number[]> {
  const trees = [...document.querySelectorAll<HTMLElement>('[data-scroller]')];
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await frame();
  for (let count = 0; count < 240; count += 1) {
    const step = count < 120 ? 37 : -37;
    trees.forEach((tree, index) => tree.scrollBy({ top: step * (index + 1) }));
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/**
 * Leaves a promise in `lineShown`. It resolves with the milliseconds from the next click to the frame in which the line
 * and the value of its target are painted.
 */
export function watchForLine({ key, value }: { readonly key: string; readonly value: string }): void {
  let startedMs = 0;
  window.addEventListener('click', (event) => (startedMs = event.timeStamp), { capture: true, once: true });
  const shown = new Promise<number>((resolve) => {
    const isShown = (): boolean =>
      document.querySelector(`.map-lines [data-line="${key}"]`) !== null &&
      (document.querySelector('[data-scroller="target"]')?.textContent ?? '').includes(value);
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // The message arrives after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - startedMs));
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  Reflect.set(globalThis, 'lineShown', shown);
}
