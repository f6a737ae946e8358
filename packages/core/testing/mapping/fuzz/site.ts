import { itemOf, type Shape, type ShapeKind } from './shape.ts';
import type { Random } from './random.ts';

/** A piece of JSONata with what is known about it. */
export interface Piece {
  readonly text: string;
  /** Binding power of its outermost operator; see `levels`. */
  readonly level: number;
  readonly shape: Shape;
}

export interface Variable {
  readonly name: string;
  readonly shape: Shape;
  /** Set only for functions, like `result`. */
  readonly parameters?: readonly Shape[];
  readonly result?: Shape;
}

/** Where in an expression something is being generated: what it can refer to, and how much more it may contain. */
export interface Site {
  readonly random: Random;
  /** The shape of `$$`. */
  readonly root: Shape;
  /** The shape of `$`. */
  readonly context: Shape;
  /** What `%` and `%.%` mean, the nearest one last. */
  readonly parents: readonly Shape[];
  readonly variables: readonly Variable[];
  /** Levels of nesting left. */
  readonly depth: number;
  /**
   * Generates any expression that is likely to give this. It is passed in, because everything can be nested in
   * everything.
   */
  grow(site: Site, want: ShapeKind): Piece;
}

/** How tightly it binds, as in the parser; `atom` never needs brackets. */
export const levels = {
  bind: 10,
  either: 20,
  or: 25,
  and: 30,
  compare: 40,
  add: 50,
  multiply: 60,
  path: 75,
  atom: 100,
};

export const atom = (text: string, shape: Shape): Piece => ({ text, level: levels.atom, shape });

/** Adds brackets if the place binds more strongly than the piece. */
export function at(level: number, piece: Piece): string {
  return piece.level < level ? `(${piece.text})` : piece.text;
}

/** One level further in. */
export function inside(site: Site, changes: Partial<Site> = {}): Site {
  return { ...site, depth: site.depth - 1, ...changes };
}

/** One level further in, with the items of this as context. */
export function within(site: Site, shape: Shape): Site {
  return inside(site, { context: itemOf(shape), parents: [...site.parents, site.context] });
}

export function withVariables(site: Site, variables: readonly Variable[]): Site {
  return { ...site, variables: [...site.variables, ...variables] };
}

/** Now and then the name of a builtin, so that the builtin is shadowed. */
export function variableName(random: Random): string {
  return random.chance(3)
    ? random.pick(['sum', 'string', 'count', 'exists', 'clone', 'map', 'v1'])
    : random.pick(['a', 'b', 'c', 'x', 'y', 'item', 'acc', 'größe', '_1']);
}
