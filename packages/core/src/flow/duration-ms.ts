/** Its numbers may be of any size; `durationSchema` bounds the whole. */
const pattern = /^P(?!$)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds, as `durationSchema` accepts them. */
export function durationMs(duration: string): number {
  const match = pattern.exec(duration);
  if (match === null) throw new RangeError(`"${duration}" is not a duration such as PT30S or P2D.`);
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
