/** Saved tests run in this many threads of a process at the same time; a process has other work. */
const maxThreads = 2;
/** Changes that may wait for one of those threads. */
const maxWaiting = 8;
const longestWaitMs = 10_000;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a free thread. False when too many wait already, or when none became free in time. */
export async function takeThreadSlot(): Promise<boolean> {
  if (running < maxThreads) {
    running += 1;
    return true;
  }
  if (waiting.length >= maxWaiting) return false;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(take), 1);
      resolve(false);
    }, longestWaitMs);
    const take = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    waiting.push(take);
  });
}

/** Hands the thread's place to whoever has waited longest. */
export function returnThreadSlot(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}
