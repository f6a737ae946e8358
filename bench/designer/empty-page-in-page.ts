/* These functions run in the page. Each is sent there as text and may use nothing from outside itself. */

/** The frames of a page that does nothing. */
export async function framesWithoutWork(): Promise<number[]> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await frame();
  for (let count = 0; count < 240; count += 1) {
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Clicks a button that adds a text, and returns the milliseconds until each text was painted. */
export async function changesOnClick(): Promise<number[]> {
  const button = document.createElement('button');
  button.addEventListener('click', () => document.body.append('changed '));
  document.body.append(button);
  const waits: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    const started = performance.now();
    button.click();
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        // The message arrives after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage(null);
      });
    });
    waits.push(performance.now() - started);
  }
  return waits;
}
