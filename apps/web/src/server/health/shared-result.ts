/**
 * Gives all callers within `durationMs` the same answer, so a thousand calls per second cost one check. `nowMs` is a
 * clock that only goes forward.
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
