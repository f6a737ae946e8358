import { setImmediate as nextTurn } from 'node:timers/promises';
import { expressionOf, type FieldValue } from '@throughline/core/flow/field-value';
import { compileMapping, type CompiledMapping, type ValueMapTables } from '@throughline/core/mapping';
import { readExpression } from '@throughline/core/mapping/read-expression';
import type { Scope } from './scope.ts';

/** Compiled texts are shared between runs. These are set before each evaluation, which nothing can interrupt. */
let nowMs = 0;
const compiled = new Map<string, CompiledMapping>();
const maxCompiled = 5000;

/**
 * Evaluations of all runs take turns, one in each turn of the event loop: heartbeats, webhooks and other runs would
 * otherwise wait until all of them have ended.
 */
let lastTurn: Promise<void> = Promise.resolve();
const ownTurn = (): Promise<void> => (lastTurn = lastTurn.then(() => nextTurn()));

/** Loads the tables of the value maps that a text names, or all of them when it names one it computes. */
export type LoadTables = (names: readonly string[] | 'all') => Promise<ValueMapTables>;

/**
 * Evaluates expressions and mappings of one run. It is deterministic: the clock stands at the moment when the run was
 * accepted, and the tables are those of its pinned versions, so a resumed run gets the same values without a journal.
 */
export class Evaluator {
  readonly #nowMs: number;
  readonly #loadTables: LoadTables;
  readonly #maxTicks: number | undefined;

  /** `maxTicks` is the most work of one evaluation, in steps; the engine's own limit when left out. */
  constructor(nowMs: number, loadTables: LoadTables, maxTicks?: number) {
    this.#nowMs = nowMs;
    this.#loadTables = loadTables;
    this.#maxTicks = maxTicks;
  }

  /** A field of a step, or the text of an expression. Its input is the trigger's data. @throws MappingError */
  expression(field: FieldValue | string, scope: Scope): Promise<unknown> {
    return this.mapping(typeof field === 'string' ? field : expressionOf(field), scope.trigger, scope);
  }

  /** A mapping applied to an input. @throws MappingError */
  async mapping(text: string, input: unknown, scope: Scope): Promise<unknown> {
    const valueMaps = await this.#tables(text);
    await ownTurn();
    nowMs = this.#nowMs;
    return compile(text, this.#maxTicks).evaluate(input, { ...scope, valueMaps });
  }

  async #tables(text: string): Promise<ValueMapTables> {
    const { valueMaps, isValueMapComputed } = readExpression(text);
    if (isValueMapComputed) return this.#loadTables('all');
    return valueMaps.length === 0 ? {} : this.#loadTables(valueMaps);
  }
}

function compile(text: string, maxTicks: number | undefined): CompiledMapping {
  const key = `${maxTicks ?? ''}:${text}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const fresh = compileMapping(text, { now: () => nowMs, ...(maxTicks !== undefined && { maxTicks }) });
  // The oldest text is dropped, because drafts under test leave many texts that nobody asks for again.
  for (const oldest of compiled.keys()) {
    if (compiled.size < maxCompiled) break;
    compiled.delete(oldest);
  }
  compiled.set(key, fresh);
  return fresh;
}
