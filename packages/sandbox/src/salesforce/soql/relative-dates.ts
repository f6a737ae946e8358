/** A span of time, end not included, in epoch milliseconds (UTC: the org's time zone here). */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** First and last unit relative to the present one: `[-1, -1]` is the previous one. */
type Range = readonly [unit: Unit, first: number, last: number];

const FIXED: Readonly<Record<string, Range>> = {
  YESTERDAY: ['day', -1, -1],
  TODAY: ['day', 0, 0],
  TOMORROW: ['day', 1, 1],
  LAST_WEEK: ['week', -1, -1],
  THIS_WEEK: ['week', 0, 0],
  NEXT_WEEK: ['week', 1, 1],
  LAST_MONTH: ['month', -1, -1],
  THIS_MONTH: ['month', 0, 0],
  NEXT_MONTH: ['month', 1, 1],
  LAST_90_DAYS: ['day', -90, 0],
  NEXT_90_DAYS: ['day', 1, 90],
  LAST_QUARTER: ['quarter', -1, -1],
  THIS_QUARTER: ['quarter', 0, 0],
  NEXT_QUARTER: ['quarter', 1, 1],
  LAST_YEAR: ['year', -1, -1],
  THIS_YEAR: ['year', 0, 0],
  NEXT_YEAR: ['year', 1, 1],
};

/** LAST_N_DAYS:n includes the present day. NEXT_N_… and the longer LAST_N_… do not. */
const COUNTED: Readonly<Record<string, (n: number) => Range>> = {
  LAST_N_DAYS: (n) => ['day', -n, 0],
  NEXT_N_DAYS: (n) => ['day', 1, n],
  N_DAYS_AGO: (n) => ['day', -n, -n],
  LAST_N_WEEKS: (n) => ['week', -n, -1],
  NEXT_N_WEEKS: (n) => ['week', 1, n],
  LAST_N_MONTHS: (n) => ['month', -n, -1],
  NEXT_N_MONTHS: (n) => ['month', 1, n],
  LAST_N_YEARS: (n) => ['year', -n, -1],
  NEXT_N_YEARS: (n) => ['year', 1, n],
};

export function isRelativeDate(name: string, hasCount: boolean): boolean {
  return hasCount ? name in COUNTED : name in FIXED;
}

/** The span a relative date means at that instant. */
export function spanOf(name: string, count: number | null, nowMs: number): Span {
  const range = count === null ? FIXED[name] : COUNTED[name]?.(count);
  if (range === undefined) throw new Error(`Not a relative date: ${name}`);
  const [unit, first, last] = range;
  return { fromMs: startOf(unit, first, nowMs), untilMs: startOf(unit, last + 1, nowMs) };
}

/**
 * Start of the unit that lies this many units after the present one. Weeks start on Sunday, the default of an en_US
 * locale.
 */
function startOf(unit: Unit, shift: number, nowMs: number): number {
  const now = new Date(nowMs);
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  const day = now.getUTCDate();
  switch (unit) {
    case 'day':
      return Date.UTC(year, month, day + shift);
    case 'week':
      return Date.UTC(year, month, day - now.getUTCDay() + shift * 7);
    case 'month':
      return Date.UTC(year, month + shift);
    case 'quarter':
      return Date.UTC(year, Math.floor(month / 3) * 3 + shift * 3);
    case 'year':
      return Date.UTC(year + shift, 0);
  }
}
