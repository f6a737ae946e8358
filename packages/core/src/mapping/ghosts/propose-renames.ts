import type { JsonSchema } from '../../connector/json-schema.ts';
import { assign, type Scored } from '../auto-map/matching/assign.ts';
import { pathName } from '../path-name.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { compareWithGhost, type Likeness } from './compare-with-ghost.ts';
import type { Ghost, GhostSide, Rename } from './ghost.ts';
import { lostField } from './lost-field.ts';
import type { SideInput } from './side-input.ts';

export interface RenameInput {
  readonly ghosts: readonly Ghost[];
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  /** What the shapes were before they lost the fields, as far as that is known. */
  readonly former?: Partial<Readonly<Record<GhostSide, JsonSchema>>>;
  /** Inputs of the mapping. */
  readonly samples?: readonly unknown[];
  /** Paths that the text uses already. */
  readonly used?: Partial<Readonly<Record<GhostSide, readonly (readonly string[])[]>>>;
}

/** Proposes for each ghost at most one field of its shape, each field once. Pure. */
export function proposeRenames(input: RenameInput): Rename[] {
  const sides = { source: sideOf(input, 'source'), target: sideOf(input, 'target') };
  return groupsOf(input.ghosts).flatMap((ghosts) => renamesOf(ghosts, sides[ghosts[0]?.side ?? 'source']));
}

function sideOf({ source, target, former = {}, samples = [], used = {} }: RenameInput, side: GhostSide): SideInput {
  const paths = used[side] ?? [];
  return {
    side,
    schema: side === 'source' ? source : target,
    former: former[side],
    samples: side === 'source' ? samples : [],
    used: new Set(paths.map((path) => JSON.stringify(path))),
    usedAround: new Set(paths.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1))))),
  };
}

/** Ghosts of the same side with the same object around them compete for the same fields. */
function groupsOf(ghosts: readonly Ghost[]): readonly (readonly Ghost[])[] {
  const groups = new Map<string, Ghost[]>();
  for (const ghost of ghosts) {
    if (!ghost.isAlone) continue;
    const key = JSON.stringify([ghost.side, ghost.path.slice(0, -1)]);
    groups.set(key, [...(groups.get(key) ?? []), ghost]);
  }
  return [...groups.values()];
}

/** Less similar fields are not worth a look. */
const leastScore = 0.3;

function renamesOf(ghosts: readonly Ghost[], input: SideInput): Rename[] {
  const around = ghosts[0]?.path.slice(0, -1) ?? [];
  const candidates = candidatesFor(input, around);
  const found = new Map<string, Likeness>();
  const pairs: Scored[] = [];
  const seconds = new Map<number, number>();
  for (const [target, ghost] of ghosts.entries()) {
    const lost = lostField(ghost, input);
    const scores: number[] = [];
    for (const [source, candidate] of candidates.entries()) {
      const likeness = compareWithGhost(lost, candidate, input.side);
      if (likeness === undefined || likeness.score < leastScore) continue;
      found.set(`${target} ${source}`, likeness);
      scores.push(likeness.score);
      pairs.push({ target, source, score: likeness.score, mayRepeat: false });
    }
    seconds.set(target, scores.toSorted((a, b) => b - a)[1] ?? 0);
  }
  // What takes the place of one ghost does not take that of another.
  const once = assign(pairs).filter(({ target, source, score }) => found.get(`${target} ${source}`)?.score === score);
  return once
    .toSorted((a, b) => a.target - b.target)
    .flatMap(({ target, source, score }) => {
      const [ghost, candidate, likeness] = [ghosts[target], candidates[source], found.get(`${target} ${source}`)];
      if (ghost === undefined || candidate === undefined || likeness === undefined) return [];
      const isClose = (seconds.get(target) ?? 0) > score * 0.93;
      return [rename(ghost, candidate, { ...likeness, score: score * (isClose ? 0.85 : 1) }, isClose)];
    });
}

function rename(ghost: Ghost, candidate: Candidate, { score, reasons }: Likeness, isClose: boolean): Rename {
  const { side, path, ranges } = ghost;
  const text = side === 'source' ? candidate.path.map(pathName).join('.') : JSON.stringify(candidate.path.at(-1) ?? '');
  return {
    side,
    from: path,
    to: [...path.slice(0, -1), ...candidate.path],
    confidence: Math.round(Math.min(0.99, score) * 100) / 100,
    reasons: [...reasons(), ...(isClose ? ['Another field fits almost as well.'] : [])],
    edits: ranges.map(({ start, end }) => ({ start, end, text })),
  };
}
