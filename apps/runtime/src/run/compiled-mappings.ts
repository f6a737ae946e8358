import { compileMapping, type CompiledMapping, type Limits, type ValueMapTables } from '@throughline/core/mapping';
import type { Scope } from './scope.ts';

/** One evaluation of a text. */
export interface Evaluation {
  readonly text: string;
  readonly input: unknown;
  readonly scope: Scope;
  readonly valueMaps: ValueMapTables;
  /** The clock of the run, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Evaluates texts. Each is compiled once and kept while it is in use. */
export class CompiledMappings {
  readonly #most: number;
  readonly #compiled = new Map<string, CompiledMapping>();
  /** Compiled texts are shared between runs, so this is set before each evaluation, which nothing can interrupt. */
  #nowMs = 0;

  /** Keeps at most `most` texts. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Limits that are left out are the engine's own. @throws MappingError */
  evaluate({ text, input, scope, valueMaps, nowMs }: Evaluation, limits: Partial<Limits>): unknown {
    this.#nowMs = nowMs;
    return this.#compile(text, limits).evaluate(input, { ...scope, valueMaps });
  }

  #compile(text: string, limits: Partial<Limits>): CompiledMapping {
    const key = `${limits.maxTicks ?? ''}:${text}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const fresh = compileMapping(text, { now: () => this.#nowMs, ...limits });
    // The oldest text is dropped, because drafts under test leave many texts that nobody uses again.
    for (const oldest of this.#compiled.keys()) {
      if (this.#compiled.size < this.#most) break;
      this.#compiled.delete(oldest);
    }
    this.#compiled.set(key, fresh);
    return fresh;
  }
}
