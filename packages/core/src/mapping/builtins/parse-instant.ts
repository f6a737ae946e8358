import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';
import { foldCase } from './fold-case.ts';
import { instantComponent } from './instant-component.ts';
import { instantPartReader } from './instant-part-reader.ts';
import { readInstantPicture } from './instant-picture.ts';
import { matchParts } from './match-parts.ts';
import { remembering } from './remembering.ts';
import { spendOnPicture } from './spend-on-picture.ts';

const readersOf = remembering((picture) => readInstantPicture(picture).map(instantPartReader));

/** The steps that count for matching one part of a picture at one position of a text. */
const stepsPerPlace = 8;

/**
 * The milliseconds since 1970 of an instant written according to a picture; undefined when the text does not match it.
 * Components to the left of the first given one are taken from the run's start. Components to the right of the last
 * given one are zero.
 * @throws EvaluationFailure `D3136` for components that do not make up an instant, `D3130` to `D3135` for the picture
 */
export function parseInstant(run: Run, text: string, picture: string): number | undefined {
  spendOnPicture(run, picture);
  const readers = readersOf(picture);
  run.spend(stepsPerPlace * (text.length + 1) * readers.length);
  const ends = matchParts(
    foldCase(text),
    readers.map(({ part }) => part),
  );
  if (ends === undefined) return undefined;
  const components: Components = new Map();
  for (const [index, { component, read }] of readers.entries()) {
    const found = text.slice(ends[index - 1] ?? 0, ends[index]);
    if (component !== undefined && read !== undefined) components.set(component, read(found));
  }
  return components.size === 0 ? undefined : millisOf(components, new Date(run.now));
}

/**
 * Components by letter. An unknown name is undefined. A component that is taken from the run's start can be a text,
 * `am`.
 */
type Components = Map<string, number | string | undefined>;

function millisOf(given: Components, now: Date): number {
  const isByWeek = isMadeOf(given, dateComponents, 'Xxw') || isMadeOf(given, dateComponents, 'XW');
  if (isByWeek) throw incomplete();
  const isByDayOfYear = !isMadeOf(given, dateComponents, 'YMD') && isMadeOf(given, dateComponents, 'Yd');
  const isHalfDay = !isMadeOf(given, timeComponents, 'Hmsf') && isMadeOf(given, timeComponents, 'Phmsf');
  // With the day of the year, the reference still uses the day of the month, so that no time can follow.
  const filled = fillGaps(given, (isByDayOfYear ? 'YD' : 'YMD') + (isHalfDay ? 'Phmsf' : 'Hmsf'), now);
  const at = (component: string): number => Number(filled.get(component));
  const time = [isHalfDay ? hourOfHalfDay(at('h'), filled.get('P')) : at('H'), at('m'), at('s'), at('f')] as const;
  const date = isByDayOfYear ? dateOfDay(at('Y'), at('d')) : ([at('M') > 0 ? at('M') - 1 : 0, at('D')] as const);
  const millis = Date.UTC(at('Y'), ...date, ...time);
  const offset = filled.get('Z') || filled.get('z') || 0;
  return millis - Number(offset) * 60_000;
}

const dateComponents = 'YXMxWwdD';
const timeComponents = 'PHhmsf';

/** Tells whether at least one of the allowed components of a group is given, and no other. Zero counts as not given. */
function isMadeOf(given: Components, group: string, allowed: string): boolean {
  let isAnyGiven = false;
  for (const component of group) {
    if (!given.get(component)) continue;
    if (!allowed.includes(component)) return false;
    isAnyGiven = true;
  }
  return isAnyGiven;
}

/** @param order components from the most to the least significant one */
function fillGaps(given: Components, order: string, now: Date): Components {
  const filled = new Map(given);
  let hasStarted = false;
  let hasEnded = false;
  for (const component of order) {
    if (given.get(component) !== undefined) {
      if (hasEnded) throw incomplete();
      hasStarted = true;
    } else if (hasStarted) {
      filled.set(component, 'MD'.includes(component) ? 1 : 0);
      hasEnded = true;
    } else {
      filled.set(component, instantComponent(now, component));
    }
  }
  return filled;
}

/** 12 is the first hour of a half day. */
function hourOfHalfDay(hour: number, half: number | string | undefined): number {
  return (hour === 12 ? 0 : hour) + (half === 1 ? 12 : 0);
}

function dateOfDay(year: number, dayOfYear: number): readonly [month: number, day: number] {
  const date = new Date(Date.UTC(year, 0) + (dayOfYear - 1) * 86_400_000);
  return [date.getUTCMonth(), date.getUTCDate()];
}

function incomplete(): EvaluationFailure {
  return new EvaluationFailure('D3136', 'The components of the picture leave gaps in the date or the time.');
}
