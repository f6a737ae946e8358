import type { Tuple } from '../engine/tuple.ts';

/** Most scopes hold one to five names, for which a walk along an array beats a map. */
const maxNamesToWalk = 12;

/**
 * Variables of one scope. Scopes are dynamic, as in the reference: a name is bound from the moment that its `:=` has
 * run.
 */
export class Frame {
  readonly parent: Frame | undefined;
  /** The values of names that no frame binds. */
  readonly globals: ReadonlyMap<string, unknown>;
  readonly #tuple: Tuple | undefined;
  /** Shared with other frames until a name is added. */
  #names: readonly string[];
  readonly #values: unknown[];
  /** For scopes with many names: the index of each one in `#values`. */
  #places: Map<string, number> | undefined;
  #count: number;

  /** @param values is owned by the frame from now on */
  constructor(
    parent: Frame | undefined,
    globals: ReadonlyMap<string, unknown>,
    names: readonly string[],
    values: unknown[],
    tuple?: Tuple,
  ) {
    this.parent = parent;
    this.globals = globals;
    this.#tuple = tuple;
    this.#names = names;
    this.#count = names.length;
    this.#values = values;
  }

  /**
   * Creates an inner scope. When names are equal, the last one counts. There may be more or fewer values than names.
   */
  inner(names: readonly string[], values: unknown[]): Frame {
    return new Frame(this, this.globals, names, values);
  }

  /** Creates an inner scope in which a tuple's names are bound. */
  ofTuple(tuple: Tuple): Frame {
    return new Frame(this, this.globals, [], [], tuple);
  }

  lookup(name: string): unknown {
    const place = this.#placeOf(name);
    if (place >= 0) return this.#values[place];
    const tuple = this.#tuple;
    if (tuple !== undefined && Object.hasOwn(tuple, name)) return tuple[name];
    return this.parent === undefined ? this.globals.get(name) : this.parent.lookup(name);
  }

  bind(name: string, value: unknown): void {
    let place = this.#placeOf(name);
    if (place < 0) place = this.#add(name);
    this.#values[place] = value;
  }

  #placeOf(name: string): number {
    if (this.#places !== undefined) return this.#places.get(name) ?? -1;
    const names = this.#names;
    let place = names.length - 1;
    while (place >= 0 && names[place] !== name) place -= 1;
    return place;
  }

  #add(name: string): number {
    const place = this.#count;
    this.#count += 1;
    if (this.#places === undefined && place < maxNamesToWalk) this.#names = [...this.#names, name];
    else {
      this.#places ??= new Map(this.#names.map((each, index) => [each, index]));
      this.#places.set(name, place);
    }
    return place;
  }

  /** Lists every name that is bound here, innermost first. */
  *names(): Generator<string> {
    yield* this.#places?.keys() ?? this.#names;
    yield* this.parent === undefined ? this.globals.keys() : this.parent.names();
  }
}
