/** A date on a screen, in the organisation's time zone: `23 Nov 2026, 14:05:09 GMT`. */
export const formatInstant = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(instant);

const unitsMs = [
  ['day', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** How long ago, in the largest unit that fits: `3 min ago`, `in 2 h`, `just now`; a date after 30 days. */
export const formatRelative = (instant: Date, nowMs: number, timeZone: string): string => {
  const distanceMs = nowMs - instant.getTime();
  const sizeMs = Math.abs(distanceMs);
  if (sizeMs < 5000) return 'just now';
  if (sizeMs > 30 * 86_400_000) {
    return new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(
      instant,
    );
  }
  const [unit, unitMs] = unitsMs.find(([, ms]) => sizeMs >= ms) ?? unitsMs[3];
  const count = Math.floor(sizeMs / unitMs);
  const text = `${count} ${unit === 'day' && count !== 1 ? 'days' : unit}`;
  return distanceMs > 0 ? `${text} ago` : `in ${text}`;
};

/** A readable duration: `84 ms`, `1.9 s`, `2 min 5 s`, `3 h 10 min`, `2 days 4 h`. */
export const formatDuration = (durationMs: number): string => {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 60_000) return `${(durationMs / 1000).toFixed(durationMs < 10_000 ? 1 : 0)} s`;
  const minutes = Math.floor(durationMs / 60_000);
  if (minutes < 60) return joinUnits(minutes, 'min', Math.floor((durationMs % 60_000) / 1000), 's');
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return joinUnits(hours, 'h', minutes % 60, 'min');
  return joinUnits(Math.floor(hours / 24), 'days', hours % 24, 'h');
};

const joinUnits = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
