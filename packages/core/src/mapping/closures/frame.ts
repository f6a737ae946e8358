import type { Tuple } from '../engine/tuple.ts';

/**
 * Variables of one scope. Scopes are dynamic, as in the reference: a name is bound from the moment its `:=` has run.
 * Most scopes hold one to five names, for which a walk along an array beats a map.
 */
export class Frame {
  readonly parent: Frame | undefined;
  /** What a name means that no frame binds. */
  readonly globals: ReadonlyMap<string, unknown>;
  readonly #tuple: Tuple | undefined;
  #names: readonly string[];
  readonly #values: unknown[];

  /** @param values belongs to the frame from now on */
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
    this.#values = values;
  }

  /** A scope inside this one. Of equal names the last one counts; values may be more or less than names. */
  inner(names: readonly string[], values: unknown[]): Frame {
    return new Frame(this, this.globals, names, values);
  }

  /** A scope inside this one in which a tuple's names are bound. */
  ofTuple(tuple: Tuple): Frame {
    return new Frame(this, this.globals, [], [], tuple);
  }

  lookup(name: string): unknown {
    const names = this.#names;
    for (let index = names.length - 1; index >= 0; index -= 1) {
      if (names[index] === name) return this.#values[index];
    }
    const tuple = this.#tuple;
    if (tuple !== undefined && Object.hasOwn(tuple, name)) return tuple[name];
    return this.parent === undefined ? this.globals.get(name) : this.parent.lookup(name);
  }

  bind(name: string, value: unknown): void {
    let index = this.#names.lastIndexOf(name);
    if (index < 0) {
      index = this.#names.length;
      this.#names = [...this.#names, name];
    }
    this.#values[index] = value;
  }

  /** Every name that is bound here, innermost first. */
  *names(): Generator<string> {
    yield* this.#names;
    yield* this.parent === undefined ? this.globals.keys() : this.parent.names();
  }
}
