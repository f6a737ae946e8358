import { Frame } from '../closures/frame.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Limits } from '../engine/limits.ts';
import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import { canGenerate, compileGenerated } from './compile-generated.ts';
import type { Tally } from './copy-plain.ts';
import { generate, usesEval, type Generated, type Sample } from './generate.ts';
import { sampleOf } from './sample-of.ts';

/** `evaluate` gives this when the closures have to be asked. */
export const declined: unique symbol = Symbol('declined');

export interface HotMappingOptions {
  readonly limits: Limits;
  readonly globals: ReadonlyMap<string, unknown>;
  /** Steps of evaluations by closures before there is generated code; 0 for none. */
  readonly patience: number;
}

type Bindings = Sample['bindings'];

/** The cost of an evaluation besides its steps, in steps. */
const stepsPerEvaluation = 10;
/** Samples that the code is generated for: the latest evaluations by closures. */
const maxSamples = 6;
/** Generating anew, with what the code was not made for, ends after so many times. */
const maxAttempts = 4;
/** Code that bails out more often than once in so many evaluations is not worth keeping. */
const minEvaluationsPerBailOut = 8;
/** Objects made slowly, beyond one per evaluation, after which code is generated anew. */
const maxSurprises = 100;
const timeLimitCodes: ReadonlySet<string> = new Set(['TOO_MANY_STEPS', 'D1012']);

/**
 * Watches a mapping being evaluated by closures, generates JavaScript for it once it is used often, and from then on
 * evaluates with that. Samples of what was seen decide what the code expects; where it meets something else, it bails
 * out and the closures are asked, and when that happens often it is generated anew, with what it met.
 */
export class HotMapping {
  readonly #ir: Ir;
  readonly #options: HotMappingOptions;
  readonly #tally: Tally;
  readonly #samples: Sample[] = [];
  #generated: Generated | undefined;
  /** Why there is no code, and never will be. */
  #reason: string | undefined;
  #attempts = 0;
  /** Steps that evaluations by closures have taken so far. */
  #steps = 0;
  /** Evaluations by the present code, or by the closures as long as there is none. */
  #evaluations = 0;
  #bailOuts = 0;

  constructor(ir: Ir, options: HotMappingOptions) {
    this.#ir = ir;
    this.#options = options;
    this.#tally = { size: 0, surprises: 0, limit: options.limits.maxResultSize };
    if (!canGenerate) this.#reason = 'Code can only be generated in Node.';
    else if (usesEval(ir)) this.#reason = 'What $eval is given sees variables that generated code does not have.';
    if (this.#reason === undefined && options.patience === 0) this.#generate();
  }

  /** Says why the mapping is left to the closures for good; undefined as long as it is not. */
  get reason(): string | undefined {
    return this.#reason;
  }

  get isGenerated(): boolean {
    return this.#generated !== undefined;
  }

  /**
   * The result as plain JSON, or `declined`: then the closures evaluate, and say what is wrong, if anything is.
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

  /** Learns from an evaluation by closures that went well. */
  observe(input: unknown, bindings: Bindings, run: Run): void {
    if (this.#reason !== undefined || this.#generated !== undefined) return;
    const { patience } = this.#options;
    this.#evaluations += 1;
    const steps = run.spent + stepsPerEvaluation;
    this.#steps += steps;
    // Many mappings are evaluated once, whatever their size.
    if (this.#evaluations < 2) return;
    if (this.#steps + maxSamples * steps < patience) return;
    this.#keepSample(input, bindings);
    if (this.#steps >= patience) this.#generate();
  }

  /** A binding that hides a function which the code calls, or is one itself, is for the closures. */
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

  /** Generates for this input too, as long as there are attempts left. */
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
