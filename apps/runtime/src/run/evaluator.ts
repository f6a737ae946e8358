import { setImmediate as nextTurn } from 'node:timers/promises';
import { expressionOf, type FieldValue } from '@throughline/core/flow/field-value';
import { MappingError, mappingErrorCodes, type ValueMapTables } from '@throughline/core/mapping';
import { readExpression } from '@throughline/core/mapping/read-expression';
import { CompiledMappings } from './compiled-mappings.ts';
import { LongEvaluations } from './long-evaluations.ts';
import type { Scope } from './scope.ts';

/**
 * Steps that an evaluation may take in the process's own thread. An ordinary mapping takes a few thousand. One that
 * takes more starts over in the thread for long evaluations, with the same result.
 */
const quickTicks = 100_000;
const longEvaluations = new LongEvaluations();

const quickMappings = new CompiledMappings(5000);

/**
 * Evaluations of all runs take turns, one in each turn of the event loop: heartbeats, webhooks and other runs would
 * otherwise wait until all of them have ended.
 */
let lastTurn: Promise<void> = Promise.resolve();
const ownTurn = (): Promise<void> => (lastTurn = lastTurn.then(() => nextTurn()));

/** Loads the tables of the value maps that a text names, or all of them when it computes a name. */
export type LoadTables = (names: readonly string[] | 'all') => Promise<ValueMapTables>;

/**
 * Evaluates expressions and mappings of one run. It is deterministic: the clock stands at the moment when the run was
 * accepted, and the tables are those of its pinned versions, so a resumed run gets the same values without a journal.
 */
export class Evaluator {
  readonly #organisationId: string;
  readonly #nowMs: number;
  readonly #loadTables: LoadTables;
  readonly #maxTicks: number | undefined;

  /** `maxTicks` is the most work of one evaluation, in steps; the engine's own limit when left out. */
  constructor(organisationId: string, nowMs: number, loadTables: LoadTables, maxTicks?: number) {
    this.#organisationId = organisationId;
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
    const evaluation = { text, input, scope, valueMaps, nowMs: this.#nowMs };
    try {
      return quickMappings.evaluate(evaluation, { maxTicks: quickTicks });
    } catch (error) {
      if (!(error instanceof MappingError) || error.code !== mappingErrorCodes.tooManySteps) throw error;
    }
    return longEvaluations.evaluate(this.#organisationId, { ...evaluation, maxTicks: this.#maxTicks });
  }

  async #tables(text: string): Promise<ValueMapTables> {
    const { valueMaps, isValueMapComputed } = readExpression(text);
    if (isValueMapComputed) return this.#loadTables('all');
    return valueMaps.length === 0 ? {} : this.#loadTables(valueMaps);
  }
}
