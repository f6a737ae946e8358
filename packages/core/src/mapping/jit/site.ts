import type { Callable } from '../engine/callable.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import type { Program } from './program.ts';

/** The place in the mapping for which code is being generated. */
export interface Site {
  readonly program: Program;
  readonly emitter: Emitter;
  readonly scope: Scope;
  /** `$`. Never a list, unless it is a gathered one whose items are not lists. */
  readonly context: Operand;
  /** `$$`. */
  readonly input: Operand;
  /** Surrounding functions that were inlined. */
  readonly inlined: number;
  /** The value will become part of the result. */
  readonly isResult: boolean;
}

/** Receives the items that an expression gives, one by one. */
export interface Sink {
  readonly item: (item: Operand) => void;
  /** It makes no difference whether there was a list or the items of a sequence. */
  readonly takesRawLists: boolean;
}

/** Passed to the parts, because they call each other in cycles. */
export interface Emitter {
  /** Code for a node's value. */
  value(node: Ir, site: Site): Operand;
  /** Emits code that passes on the node's items one after the other. Calls `item` once, for code inside loops. */
  each(node: Ir, site: Site, sink: Sink): void;
  /** The same for code that takes a path's items before they become a value. A list as the only item stays an item. */
  eachUnsettled(node: Ir, site: Site, sink: Sink): void;
  /** JavaScript that is true where the node's value counts as true. */
  condition(node: Ir, site: Site): string;
  /** The function to which a name refers, unless it is bound in the text. */
  builtin(name: string, site: Site): Callable | undefined;
}

export type Lambda = Ir & { kind: 'lambda' };

/** A function defined in the text whose body can be inlined where it is called. */
export interface KnownLambda {
  readonly lambda: Lambda;
  /** The place where it was written. */
  readonly home: Site;
}

/** A variable of the language that generated code knows. */
export interface Variable {
  readonly name: string;
  readonly operand: Operand;
  /** Loops around the place where it was bound. Inside further ones, it can become part of the result several times. */
  readonly depth: number;
  /** The function to which it is bound, if that is written there. Its body replaces calls to it. */
  readonly lambda?: KnownLambda | undefined;
  /** It is already part of the result. From then on, only copies can be. */
  isUsedUp: boolean;
}

/** Variables by name, as far as they are bound at this place. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #variables = new Map<string, Variable>();
  /** Names that this scope binds later. Functions created earlier see them too. */
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

  /** Everything that is visible. */
  visible(): Map<string, Variable> {
    const all = this.#outer?.visible() ?? new Map<string, Variable>();
    for (const [name, variable] of this.#variables) all.set(name, variable);
    return all;
  }
}
