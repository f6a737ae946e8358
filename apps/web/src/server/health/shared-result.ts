/**
 * Gives everybody who asks within `durationMs` the same answer: somebody who asks a thousand times a second costs one
 * look. `nowMs` is a clock that only goes forward.
 */
export const sharedResult = <Result>(
  durationMs: number,
  nowMs: () => number,
  look: () => Promise<Result>,
): (() => Promise<Result>) => {
  let latest: { readonly atMs: number; readonly result: Promise<Result> } | undefined;
  return () => {
    const atMs = nowMs();
    if (latest === undefined || atMs - latest.atMs >= durationMs) latest = { atMs, result: look() };
    return latest.result;
  };
};
