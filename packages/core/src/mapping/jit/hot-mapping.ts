import { Frame } from '../closures/frame.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Limits } from '../engine/limits.ts';
import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import { canGenerate, compileGenerated } from './compile-generated.ts';
import type { Tally } from './copy-plain.ts';
import { generate, usesEval, type Generated, type Sample } from './generate.ts';
import { sampleOf } from './sample-of.ts';

/** `evaluate` returns this when the closures have to evaluate. */
export const declined: unique symbol = Symbol('declined');

export interface HotMappingOptions {
  readonly limits: Limits;
  readonly globals: ReadonlyMap<string, unknown>;
  /** Steps of evaluations by closures before code is generated; 0 means never. */
  readonly patience: number;
}

type Bindings = Sample['bindings'];

/** The fixed cost of an evaluation, in steps. */
const stepsPerEvaluation = 10;
/** Samples for which the code is generated: the latest evaluations by closures. */
const maxSamples = 6;
/** How often code may be generated again with the inputs for which it was not made. */
const maxAttempts = 4;
/** Code that bails out more often than once in this many evaluations is not worth keeping. */
const minEvaluationsPerBailOut = 8;
/** When more objects than this were built slowly, beyond one per evaluation, the code is generated again. */
const maxSurprises = 100;
const timeLimitCodes: ReadonlySet<string> = new Set(['TOO_MANY_STEPS', 'D1012']);

/**
 * Watches a mapping that closures evaluate, generates JavaScript for it once it is used often, and evaluates with that
 * from then on. Samples of earlier inputs decide what the code expects. When it meets something else, it bails out and
 * the closures evaluate. When that happens often, the code is generated again, including what it met.
 */
export class HotMapping {
  readonly #ir: Ir;
  readonly #options: HotMappingOptions;
  readonly #tally: Tally;
  readonly #samples: Sample[] = [];
  #generated: Generated | undefined;
  /** Why there is no code and never will be. */
  #reason: string | undefined;
  #attempts = 0;
  /** Steps taken so far by closures. */
  #steps = 0;
  /** Evaluations by the current code, or by the closures as long as there is none. */
  #evaluations = 0;
  #bailOuts = 0;

  constructor(ir: Ir, options: HotMappingOptions) {
    this.#ir = ir;
    this.#options = options;
    this.#tally = { size: 0, length: 0, surprises: 0, limit: options.limits.maxResultSize };
    if (!canGenerate) this.#reason = 'Code can only be generated in Node.';
    else if (usesEval(ir)) this.#reason = 'What $eval is given sees variables that generated code does not have.';
    if (this.#reason === undefined && options.patience === 0) this.#generate();
  }

  /** Says why the mapping is permanently left to the closures; undefined as long as it is not. */
  get reason(): string | undefined {
    return this.#reason;
  }

  get isGenerated(): boolean {
    return this.#generated !== undefined;
  }

  /**
   * The result as plain JSON, or `declined`. Then the closures evaluate, and report an error if there is one.
   * @throws EvaluationFailure when the run's time or steps are used up
   */
  evaluate(input: unknown, bindings: Bindings, run: Run): unknown {
    const generated = this.#generated;
    if (generated === undefined) return declined;
    for (const name in bindings) if (!this.#isData(generated, name, bindings[name])) return declined;
    this.#evaluations += 1;
    try {
      const frame = generated.embedded === 0 ? undefined : this.#frameOf(input, bindings);
      const result = generated.evaluate(input, bindings, run, this.#tally, frame);
      if (this.#tally.surprises > this.#evaluations + maxSurprises) this.#adapt(input, bindings);
      return result;
    } catch (error) {
      if (error instanceof EvaluationFailure && timeLimitCodes.has(error.code)) throw error;
      run.restart();
      this.#bailOuts += 1;
      const isOften = this.#bailOuts > 2 && this.#bailOuts * minEvaluationsPerBailOut > this.#evaluations;
      if (isOften) this.#adapt(input, bindings);
      if (isOften && this.#attempts > maxAttempts) this.#giveUp();
      return declined;
    }
  }

  /** Learns from a successful evaluation by closures. */
  observe(input: unknown, bindings: Bindings, run: Run): void {
    if (this.#reason !== undefined || this.#generated !== undefined) return;
    const { patience } = this.#options;
    this.#evaluations += 1;
    const steps = run.spent + stepsPerEvaluation;
    this.#steps += steps;
    // Many mappings are evaluated only once, whatever their size.
    if (this.#evaluations < 2) return;
    if (this.#steps + maxSamples * steps < patience) return;
    this.#keepSample(input, bindings);
    if (this.#steps >= patience) this.#generate();
  }

  /** The closures evaluate when a binding hides a function that the code calls, or contains a function. */
  #isData({ names }: Generated, name: string, value: unknown): boolean {
    return typeof value !== 'function' && !names.has(name);
  }

  #frameOf(input: unknown, bindings: Bindings): Frame {
    const values = [...Object.values(bindings), input];
    return new Frame(undefined, this.#options.globals, [...Object.keys(bindings), '$'], values);
  }

  #keepSample(input: unknown, bindings: Bindings): void {
    if (this.#samples.length >= maxSamples) this.#samples.shift();
    this.#samples.push({ input: sampleOf(input), bindings: sampleOf(bindings) as Bindings });
  }

  #generate(): void {
    this.#attempts += 1;
    this.#evaluations = 0;
    this.#bailOuts = 0;
    this.#tally.surprises = 0;
    const text = generate(this.#ir, { ...this.#options, samples: this.#samples });
    this.#generated = 'reason' in text ? undefined : compileGenerated(text);
    if ('reason' in text) this.#reason = text.reason;
  }

  /** Generates code for this input too, as long as attempts are left. */
  #adapt(input: unknown, bindings: Bindings): void {
    if (this.#attempts >= maxAttempts) {
      this.#attempts += 1;
      this.#tally.surprises = -Infinity;
      return;
    }
    this.#keepSample(input, bindings);
    this.#generate();
  }

  #giveUp(): void {
    this.#generated = undefined;
    this.#reason = 'Its inputs differ too much from one another.';
  }
}
