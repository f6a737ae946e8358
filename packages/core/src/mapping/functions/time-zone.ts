import { Temporal } from 'temporal-polyfill';
import { badArgument } from './bad-argument.ts';
import { nearestNames } from './nearest-names.ts';
import { shownValue } from './shown-value.ts';

const maxNameLength = 60;

/** The wall clock of a time zone at an instant. @throws EvaluationFailure BAD_ARGUMENT for an unknown zone */
export function inZone(instant: Date, timeZone: string, functionName: string): Temporal.ZonedDateTime {
  try {
    checkLength(timeZone);
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  } catch {
    throw unknownZone(timeZone, functionName);
  }
}

/**
 * The instant at which a wall clock shows `local`. A time that the clock skips in spring is interpreted with the offset
 * from before the change. A time that it shows twice in autumn means the first one. Both follow iCalendar (RFC 5545).
 * @throws EvaluationFailure BAD_ARGUMENT for an unknown zone
 */
export function atWallClock(local: Temporal.PlainDateTime, timeZone: string, functionName: string): Date {
  try {
    checkLength(timeZone);
    return new Date(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
  } catch {
    throw unknownZone(timeZone, functionName);
  }
}

function checkLength(timeZone: string): void {
  if (timeZone.length > maxNameLength) throw new RangeError('The name of a time zone is short.');
}

function unknownZone(timeZone: string, functionName: string): Error {
  const near = nearestNames(timeZone, Intl.supportedValuesOf('timeZone'));
  const hint =
    near.length === 0 ? 'Names are those of IANA, such as Europe/Berlin.' : `Did you mean ${near.join(' or ')}?`;
  return badArgument(`$${functionName} knows no time zone ${shownValue(timeZone)}. ${hint}`, timeZone);
}
