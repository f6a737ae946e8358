import type { Callable } from '../engine/callable.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import type { Program } from './program.ts';

/** The place in the mapping for which code is being generated. */
export interface Site {
  readonly program: Program;
  readonly emitter: Emitter;
  readonly scope: Scope;
  /** `$`. Never a list, unless it is a gathered one of items that are no lists. */
  readonly context: Operand;
  /** `$$`. */
  readonly input: Operand;
  /** Functions around that were written out in place of their calls. */
  readonly inlined: number;
  /** The value is going to be part of the result. */
  readonly isResult: boolean;
}

/** Takes the items that an expression gives, one by one. */
export interface Sink {
  readonly item: (item: Operand) => void;
  /** It makes no difference whether a list was there or the items of a sequence. */
  readonly takesRawLists: boolean;
}

/** Passed to the parts, which call each other in circles. */
export interface Emitter {
  /** Code for a node's value. */
  value(node: Ir, site: Site): Operand;
  /** Code that hands over the node's items one after the other. Calls `item` once, for code inside of loops. */
  each(node: Ir, site: Site, sink: Sink): void;
  /** The same for what takes a path's items before they become a value: a list as the only item stays an item. */
  eachUnsettled(node: Ir, site: Site, sink: Sink): void;
  /** JavaScript that is true where the node's value counts as true. */
  condition(node: Ir, site: Site): string;
  /** The function that a name means, unless it is bound in the text. */
  builtin(name: string, site: Site): Callable | undefined;
}

export type Lambda = Ir & { kind: 'lambda' };

/** A function of the text of which the body can stand where it is called. */
export interface KnownLambda {
  readonly lambda: Lambda;
  /** The place where it was written. */
  readonly home: Site;
}

/** A variable of the language that generated code knows. */
export interface Variable {
  readonly name: string;
  readonly operand: Operand;
  /** Loops around the place where it was bound: inside further ones it can become part of the result several times. */
  readonly depth: number;
  /** The function that it is bound to, if that is written there. Its body replaces calls of it. */
  readonly lambda?: KnownLambda | undefined;
  /** It is part of the result already: from then on only copies can be. */
  isUsedUp: boolean;
}

/** Variables by name, as far as they are bound at the place at hand. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #variables = new Map<string, Variable>();
  /** Names that this scope binds further on: functions made before see them too. */
  readonly #coming = new Set<string>();

  constructor(outer?: Scope, coming: Iterable<string> = []) {
    this.#outer = outer;
    for (const name of coming) this.#coming.add(name);
  }

  bind(name: string, operand: Operand, depth: number, lambda?: KnownLambda): void {
    this.#coming.delete(name);
    this.#variables.set(name, { name, operand, depth, lambda, isUsedUp: false });
  }

  /** The name is being bound. */
  arrive(name: string): void {
    this.#coming.delete(name);
  }

  find(name: string): Variable | undefined {
    return this.#variables.get(name) ?? this.#outer?.find(name);
  }

  /** Bound here or further out, now or later. */
  isComing(name: string): boolean {
    return this.#coming.has(name) || (this.#outer?.isComing(name) ?? false);
  }

  /** All that can be seen. */
  visible(): Map<string, Variable> {
    const all = this.#outer?.visible() ?? new Map<string, Variable>();
    for (const [name, variable] of this.#variables) all.set(name, variable);
    return all;
  }
}
