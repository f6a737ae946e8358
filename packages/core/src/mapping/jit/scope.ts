import type { KnownLambda } from './emit-lambda.ts';
import type { Operand } from './operand.ts';

/** A variable of the language that generated code knows. */
export interface Variable {
  readonly name: string;
  readonly operand: Operand;
  /** Loops around the place where it was bound: inside further ones it can become part of the result several times. */
  readonly depth: number;
  /** What it is bound to, if that is a function written there; calls are replaced by its body. */
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
