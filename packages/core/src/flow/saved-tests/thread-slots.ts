/** Saved tests run in this many threads of a process at the same time; a process has other work. */
const maxThreads = 2;
/** Changes of one owner that may wait until another of its changes has been tested. */
const maxWaiting = 3;
const longestWaitMs = 60_000;

interface Waiting {
  readonly owner: string;
  readonly take: () => void;
}

const running = new Set<string>();
const waiting: Waiting[] = [];

/**
 * Waits for a free thread. Each owner has one at a time, so that one of them never keeps the others waiting. False when
 * too many wait already, when none became free in time, or when the signal says that nobody waits for it any more.
 */
export async function takeThreadSlot(owner: string, signal?: AbortSignal): Promise<boolean> {
  if (isFree(owner)) {
    running.add(owner);
    return true;
  }
  if (signal?.aborted === true || waiting.filter((one) => one.owner === owner).length >= maxWaiting) return false;
  return new Promise((resolve) => {
    const settle = (isTaken: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      resolve(isTaken);
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(place), 1);
      settle(false);
    };
    const place = { owner, take: () => settle(true) };
    const timer = setTimeout(leave, longestWaitMs);
    signal?.addEventListener('abort', leave);
    waiting.push(place);
  });
}

/** Hands the thread's place to whoever has waited longest among those that may have one. */
export function returnThreadSlot(owner: string): void {
  running.delete(owner);
  const index = waiting.findIndex((one) => isFree(one.owner));
  const [next] = index === -1 ? [] : waiting.splice(index, 1);
  if (next === undefined) return;
  running.add(next.owner);
  next.take();
}

const isFree = (owner: string): boolean => running.size < maxThreads && !running.has(owner);
