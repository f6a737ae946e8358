import type { CheckedMapping } from '../analysis/create-mapping-checker.ts';
import type { MappingProblem, MissingPlace } from '../analysis/problem.ts';
import { outlineEntries, readOutline, type OutlineEntry } from '../fields/outline.ts';
import { samePath } from '../same-path.ts';
import { startsWith } from '../starts-with.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { Ghost, GhostSide } from './ghost.ts';
import { namesOf } from './names-of.ts';
import { usedPaths } from './used-paths.ts';

/** Lists the fields that a checked text uses although its shapes do not have them, each with all of its places. */
export function findGhosts(checked: CheckedMapping): Ghost[] {
  const { parsed, problems } = checked;
  const { text } = parsed.tree;
  const entries = new Map(outlineEntries(readOutline(text).object).map((entry) => [entry.key.from, entry]));
  const found = new Map<string, Found>();
  for (const problem of problems) {
    for (const { side, path, isAlone } of missingFields(problem, entries)) {
      const key = JSON.stringify([side, path]);
      const known = found.get(key) ?? { side, path, ranges: [], isAlone: true };
      // A function that reads several fields at one place has a problem there for each of them.
      if (known.ranges.at(-1)?.start !== problem.range.start) known.ranges.push(problem.range);
      found.set(key, { ...known, isAlone: known.isAlone && isAlone });
    }
  }
  if (found.size === 0) return [];
  const used = usedPaths(checked);
  return [...found.values()].map((ghost) => ({ ...ghost, inner: namesInside(ghost.path, used[ghost.side]) }));
}

interface Found {
  readonly side: GhostSide;
  readonly path: readonly string[];
  readonly ranges: TextRange[];
  readonly isAlone: boolean;
}

function missingFields(
  { code, range, places = [] }: MappingProblem,
  entries: ReadonlyMap<number, OutlineEntry>,
): readonly Omit<Found, 'ranges'>[] {
  if (code === 'UNKNOWN_TARGET') {
    const path = entries.get(range.start)?.path;
    return path === undefined ? [] : [{ side: 'target', path, isAlone: true }];
  }
  if (code !== 'UNKNOWN_SOURCE') return [];
  const paths = distinct(places.filter(isNamed).map(({ path }) => namesOf(path)));
  const isAlone = paths.length === 1 && places.every(isNamed);
  return paths.map((path) => ({ side: 'source', path, isAlone }));
}

/** A place in the input to which names alone lead. */
const isNamed = ({ root, path }: MissingPlace): boolean =>
  root === undefined && path.every(({ kind }) => kind === 'name' || kind === 'item');

const distinct = (paths: readonly (readonly string[])[]): (readonly string[])[] =>
  paths.filter((path, index) => paths.findIndex((other) => samePath(other, path)) === index);

function namesInside(path: readonly string[], used: readonly (readonly string[])[]): string[] {
  const inside = used.filter((other) => other.length > path.length && startsWith(other, path));
  return [...new Set(inside.flatMap((other) => other[path.length] ?? []))];
}
