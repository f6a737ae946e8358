import { touch } from '../work-meter.ts';
import type { Fact, Value } from './value.ts';

/**
 * Describes the surroundings of an expression: the value of `$`, the visible variables, and the facts that conditions
 * around it ensure.
 */
export interface Scope {
  readonly input: Value;
  readonly frame: Frame;
  readonly facts: readonly Fact[];
}

/** The variables of a block, lambda or path step. */
export class Frame {
  readonly #parent: Frame | undefined;
  readonly #variables = new Map<string, Value>();
  /** Called for every read of a frame that several units share, because the unit depends on what was found. */
  readonly #onRead: ((name: string, value: Value | undefined) => void) | undefined;

  get isShared(): boolean {
    return this.#onRead !== undefined;
  }

  constructor(parent?: Frame, onRead?: (name: string, value: Value | undefined) => void) {
    this.#parent = parent;
    this.#onRead = onRead;
  }

  bind(name: string, value: Value): void {
    this.#variables.set(name, value);
  }

  clear(): void {
    this.#variables.clear();
  }

  lookup(name: string): Value | undefined {
    const value = this.#variables.get(name);
    this.#onRead?.(name, value);
    return value ?? this.#parent?.lookup(name);
  }

  /** Looks a name up in this frame only, without reporting the read. */
  peek(name: string): Value | undefined {
    return this.#variables.get(name);
  }

  /** Lists every visible name, for suggestions. */
  names(): string[] {
    return [...this.#variables.keys(), ...(this.#parent?.names() ?? [])];
  }
}

export function withFacts(scope: Scope, facts: readonly Fact[] | undefined): Scope {
  if (facts === undefined || facts.length === 0) return scope;
  touch(scope.facts.length >> 4);
  return { ...scope, facts: scope.facts.length === 0 ? facts : [...scope.facts, ...facts] };
}
