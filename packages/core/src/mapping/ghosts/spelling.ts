import { nearestNames } from '../functions/nearest-names.ts';

/** A name in small letters, with how often it has which ones, which tells most pairs apart without aligning them. */
export interface Spelling {
  readonly name: string;
  readonly counts: Uint16Array;
}

/** Letters share places, which only makes names look more alike. */
const places = 32;

export function spellingOf(text: string): Spelling {
  const name = text.toLowerCase();
  const counts = new Uint16Array(places);
  for (let index = 0; index < name.length; index += 1) {
    const place = name.charCodeAt(index) % places;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { name, counts };
}

/** True if the names differ in a few letters only. */
export const isNear = (one: Spelling, other: Spelling): boolean =>
  mayBeNear(one, other) && nearestNames(one.name, [other.name]).length > 0;

/** Each difference between two names adds or removes at most one letter each. `nearestNames` allows a third of them. */
function mayBeNear(one: Spelling, other: Spelling): boolean {
  if (one.name.length > mostLetters || other.name.includes('/')) return true;
  const limit = Math.max(1, Math.floor(one.name.length / 3));
  if (Math.abs(one.name.length - other.name.length) > limit) return false;
  let [added, removed] = [0, 0];
  for (let place = 0; place < places; place += 1) {
    const difference = (other.counts[place] ?? 0) - (one.counts[place] ?? 0);
    if (difference > 0) added += difference;
    else removed -= difference;
  }
  return Math.max(added, removed) <= limit;
}

/** Of a longer name, `nearestNames` compares only the beginning. */
const mostLetters = 60;
