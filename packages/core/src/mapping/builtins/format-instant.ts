import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';
import { dayNames, monthNames } from './calendar-names.ts';
import { instantComponent } from './instant-component.ts';
import { readInstantPicture, type ComponentPart } from './instant-picture.ts';
import { readIntegerPicture, type IntegerPicture } from './integer-picture.ts';
import { remembering } from './remembering.ts';
import { spendOnPicture } from './spend-on-picture.ts';
import { writeInteger } from './write-integer.ts';

const isoPicture = '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]';
/** Years that ISO 8601 writes with four digits. */
const isoYears = { from: Date.parse('0000-01-01'), before: Date.parse('9999-12-31') };

const partsOf = remembering(readInstantPicture);
const twoDigits = readIntegerPicture('00');

/**
 * Writes an instant as text. `timezone` is an offset such as `+0200`. Hours and minutes are separated as in the
 * reference, which reads `-0530` as minus six hours and thirty minutes.
 * @param millis since 1970
 * @param picture ISO 8601 unless given
 * @throws EvaluationFailure `D3130` to `D3135` for an invalid picture
 */
export function formatInstant(run: Run, millis: number, picture = isoPicture, timezone?: string): string {
  if (picture === isoPicture && timezone === undefined && millis >= isoYears.from && millis < isoYears.before) {
    return new Date(millis).toISOString();
  }
  spendOnPicture(run, picture);
  run.spend((timezone?.length ?? 0) >> 3);
  const offset = timezone === undefined ? 0 : Number.parseInt(timezone);
  const zone = { hours: Math.floor(offset / 100), minutes: offset % 100 };
  const date = new Date(millis + (60 * zone.hours + zone.minutes) * 60_000);
  let text = '';
  for (const part of partsOf(picture)) {
    text += typeof part === 'string' ? part : componentText(run, date, zone, part);
    run.checkText(text.length);
  }
  return text;
}

interface Zone {
  readonly hours: number;
  readonly minutes: number;
}

function componentText(run: Run, date: Date, zone: Zone, part: ComponentPart): string {
  const { component, names, number } = part;
  if (component === 'Z' || component === 'z') return zoneText(run, zone, part);
  const value = instantComponent(date, component);
  if (typeof value === 'number' && number !== undefined) {
    return writeInteger(run, part.yearDigits === -1 ? value : value % 10 ** part.yearDigits, number);
  }
  if (typeof value === 'number') return nameText(value, part);
  // In the reference, an unknown letter gives the word "undefined".
  return component === 'P' && names === 'upper' ? String(value).toUpperCase() : String(value);
}

function nameText(value: number, { component, names, maxWidth }: ComponentPart): string {
  const list = component === 'M' || component === 'x' ? monthNames : component === 'F' ? dayNames : undefined;
  if (list === undefined) {
    throw new EvaluationFailure('D3133', `The component ${component} has no names, only numbers.`, {
      value: component,
    });
  }
  const name = String(list[value - 1]);
  const inCase = names === 'upper' ? name.toUpperCase() : names === 'lower' ? name.toLowerCase() : name;
  return maxWidth !== undefined && inCase.length > maxWidth ? inCase.slice(0, Math.max(0, maxWidth)) : inCase;
}

function zoneText(run: Run, { hours, minutes }: Zone, { component, number, isTraditional }: ComponentPart): string {
  const offset = hours * 100 + minutes;
  if (number === undefined) return '';
  const digits = zoneDigits(run, { hours, minutes }, offset, number);
  if (offset === 0 && isTraditional) return 'Z';
  return (component === 'z' ? 'GMT' : '') + (offset >= 0 ? '+' : '') + digits;
}

function zoneDigits(run: Run, { hours, minutes }: Zone, offset: number, number: IntegerPicture): string {
  const { mandatoryDigits, groupSize } = number;
  if (groupSize > 0 || mandatoryDigits === 3 || mandatoryDigits === 4) return writeInteger(run, offset, number);
  if (mandatoryDigits !== 1 && mandatoryDigits !== 2) {
    throw new EvaluationFailure('D3134', 'A time zone is written with one to four digits.', { value: mandatoryDigits });
  }
  const text = writeInteger(run, hours, number);
  return minutes === 0 ? text : `${text}:${writeInteger(run, minutes, twoDigits)}`;
}
