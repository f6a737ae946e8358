/* These functions run in the page. Each is sent there as text and may use nothing from outside itself. */

/**
 * Leaves a promise in `newStepShown`. It resolves with the milliseconds from the key press that inserts a step to the
 * frame in which the step is painted, and with the step's id.
 */
export function watchForNewStep(known: readonly string[]): void {
  let startedMs = 0;
  window.addEventListener('keydown', (event) => (startedMs = event.timeStamp), { capture: true, once: true });
  const shown = new Promise<{ ms: number; id: string }>((resolve) => {
    const observer = new MutationObserver(() => {
      const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node-step')];
      const id = nodes.map(({ dataset }) => dataset['id'] ?? '').find((each) => each !== '' && !known.includes(each));
      if (id === undefined) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // The message arrives after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve({ ms: performance.now() - startedMs, id }));
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  Reflect.set(globalThis, 'newStepShown', shown);
}

/** Pans down and up again and returns how long each frame took. */
export async function framesWhilePanning(): Promise<number[]> {
  const pane = document.querySelector('.react-flow__pane');
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await frame();
  for (let count = 0; count < 120; count += 1) {
    const deltaY = count < 60 ? 60 : -60;
    pane?.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true }));
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}
