import { Cron } from 'croner';

export interface DueOccurrence {
  readonly at: Date;
  /** Earlier occurrences that were missed with it, because no worker ran. They are not made up for one by one. */
  readonly missed: number;
}

/** Most missed occurrences that are counted. */
const maxCounted = 1000;

/**
 * The latest occurrence of a schedule after `after` and not later than `now`, or undefined. The schedule follows the
 * daylight saving of its time zone: an hour that does not exist is moved on, one that comes twice counts once.
 */
export function dueOccurrence(cron: string, timeZone: string, after: Date, now: Date): DueOccurrence | undefined {
  const schedule = new Cron(cron, { timezone: timeZone, paused: true });
  let due: Date | undefined;
  let count = 0;
  for (let next = schedule.nextRun(after); next !== null && next <= now; next = schedule.nextRun(next)) {
    due = next;
    count += 1;
    if (count > maxCounted) return { at: schedule.previousRuns(1, now)[0] ?? due, missed: maxCounted };
  }
  return due === undefined ? undefined : { at: due, missed: count - 1 };
}
