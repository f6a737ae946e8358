/** The instant at which the day of `now` began in a time zone (IANA name), including daylight saving time. */
export const startOfDay = (now: Date, timeZone: string): Date => {
  const wall = wallClock(now, timeZone);
  const midnight = Date.UTC(wall.year, wall.month - 1, wall.day);
  // If the clock changed since midnight, the offset at midnight differs from the current one, so that one is used.
  const guess = new Date(midnight - offsetMs(now, timeZone));
  return new Date(midnight - offsetMs(guess, timeZone));
};

const offsetMs = (at: Date, timeZone: string): number => {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
};

const wallClock = (at: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
};
