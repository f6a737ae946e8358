const longestMs = 30_000;

/** How long to wait before restarting a program that has ended this many times in a row: 1 s, 2 s, 4 s … 30 s. */
export const restartDelayMs = (endings: number): number => Math.min(longestMs, 1000 * 2 ** Math.min(endings - 1, 10));
