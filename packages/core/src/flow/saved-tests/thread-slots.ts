/** A process runs saved tests in at most this many threads, because it has other work too. */
const maxThreads = 2;
/** How many changes of one owner may wait while another of its changes is being tested. */
const maxWaiting = 3;
const longestWaitMs = 60_000;

interface Waiting {
  readonly owner: string;
  readonly take: () => void;
}

const running = new Set<string>();
const waiting: Waiting[] = [];

/**
 * Waits for a free thread. Each owner has one at a time, so that no owner keeps the others waiting. Returns false when
 * the queue is full, when no thread became free in time, or when the signal aborts.
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

/** Passes the place to whoever has waited longest and does not already have a thread. */
export function returnThreadSlot(owner: string): void {
  running.delete(owner);
  const index = waiting.findIndex((one) => isFree(one.owner));
  const [next] = index === -1 ? [] : waiting.splice(index, 1);
  if (next === undefined) return;
  running.add(next.owner);
  next.take();
}

const isFree = (owner: string): boolean => running.size < maxThreads && !running.has(owner);
