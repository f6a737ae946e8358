import { mayCompare } from '../work-meter.ts';

const maxSuggestions = 3;

/**
 * Finds names that a person may have meant: at most three, those with the smallest edit distance, and only if they are
 * similar enough.
 */
export function nearestNames(wanted: string, known: readonly string[]): readonly string[] {
  const text = wanted.toLowerCase().slice(0, 60);
  if (!mayCompare(known.length * (1 + Math.ceil(text.length ** 2 / 64)))) return [];
  let nearest: string[] = [];
  let limit = Math.max(1, Math.floor(text.length / 3));
  for (const name of known) {
    const distance = distanceOf(text, name.toLowerCase(), limit);
    if (distance > limit) continue;
    if (distance < limit) nearest = [];
    limit = distance;
    nearest.push(name);
  }
  return nearest.toSorted().slice(0, maxSuggestions);
}

/**
 * Measures the distance to the name, or to the part after its last `/`, because people write `Berlin` for
 * `Europe/Berlin`.
 */
function distanceOf(text: string, name: string, limit: number): number {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const whole = editDistance(text, name, limit);
  return last === name ? whole : Math.min(whole, editDistance(text, last, limit));
}

/**
 * The number of letters to add, remove, change or swap with their neighbour (optimal string alignment); beyond `limit`,
 * any larger number.
 */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
