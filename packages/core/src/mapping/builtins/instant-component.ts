const dayMs = 86_400_000;

/** Months are counted from 0; months before the first and after the last belong to other years. */
interface Month {
  readonly year: number;
  readonly month: number;
}

/**
 * A component of an instant in UTC. Months and days count from 1, Monday is 1, and hours of a half day run from 1 to
 * 12. Weeks follow ISO 8601: the first week of a year, and in the same way of a month, contains its first Thursday. `X`
 * and `x` are the year and the month that the week belongs to.
 */
export function instantComponent(date: Date, component: string): number | string | undefined {
  switch (component) {
    case 'Y':
      return date.getUTCFullYear();
    case 'M':
      return date.getUTCMonth() + 1;
    case 'D':
      return date.getUTCDate();
    case 'd':
      return (startOfDay(date) - Date.UTC(date.getUTCFullYear(), 0)) / dayMs + 1;
    case 'F':
      return date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    case 'W':
      return weekIn(date, { year: date.getUTCFullYear(), month: 0 }, 12, 52);
    case 'w':
      return weekIn(date, monthOf(date), 1, 4);
    case 'X':
      return date.getUTCFullYear() + periodShift(date, { year: date.getUTCFullYear(), month: 0 }, 12);
    case 'x':
      return normalized(date.getUTCMonth() + periodShift(date, monthOf(date), 1)) + 1;
    case 'C':
    case 'E':
      return 'ISO';
    default:
      return timeComponent(date, component);
  }
}

function timeComponent(date: Date, component: string): number | string | undefined {
  switch (component) {
    case 'H':
      return date.getUTCHours();
    case 'h':
      return date.getUTCHours() % 12 === 0 ? 12 : date.getUTCHours() % 12;
    case 'P':
      return date.getUTCHours() >= 12 ? 'pm' : 'am';
    case 'm':
      return date.getUTCMinutes();
    case 's':
      return date.getUTCSeconds();
    case 'f':
      return date.getUTCMilliseconds();
    default:
      return undefined;
  }
}

const monthOf = (date: Date): Month => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() });

const startOfDay = (date: Date): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());

const normalized = (month: number): number => (month + 12) % 12;

/**
 * The number of the week within a period of this many months. Beyond `mostWeeks`, it may be the first week of the next
 * period.
 */
function weekIn(date: Date, period: Month, months: number, mostWeeks: number): number {
  const today = startOfDay(date);
  const week = weeksBetween(firstMonday(period), today);
  if (week > mostWeeks && today >= firstMonday(shifted(period, months))) return 1;
  if (week < 1) return Math.floor(weeksBetween(firstMonday(shifted(period, -months)), today));
  return Math.floor(week);
}

/** -1 when the week belongs to the previous period, 1 when it belongs to the next one. */
function periodShift(date: Date, period: Month, months: number): -1 | 0 | 1 {
  if (date.getTime() < firstMonday(period)) return -1;
  return date.getTime() >= firstMonday(shifted(period, months)) ? 1 : 0;
}

function shifted({ year, month }: Month, months: number): Month {
  const total = month + months;
  return { year: year + Math.floor(total / 12), month: normalized(total % 12) };
}

const weeksBetween = (start: number, end: number): number => (end - start) / (dayMs * 7) + 1;

function firstMonday({ year, month }: Month): number {
  const first = Date.UTC(year, month);
  const day = new Date(first).getUTCDay() || 7;
  return day > 4 ? first + (8 - day) * dayMs : first - (day - 1) * dayMs;
}
