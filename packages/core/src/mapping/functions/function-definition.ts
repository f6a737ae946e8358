import type { Limits } from '../engine/limits.ts';

/** Value-map name → key → value. */
export type ValueMapTables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The parts of a run that a function may use besides its arguments. */
export interface FunctionContext {
  readonly valueMaps: ValueMapTables;
  readonly limits: Pick<Limits, 'maxDepth'>;
  /** Counts work of a known size before it is done. @throws EvaluationFailure `TOO_MANY_STEPS`, `D1012` */
  spend(ticks: number): void;
  /** @throws EvaluationFailure `TEXT_TOO_LONG` when a text of this length may not be made or read as a whole */
  checkText(length: number): void;
}

/** Shown in the designer's help and run as a test. */
export interface FunctionExample {
  /** A whole JSONata expression. */
  readonly expression: string;
  readonly input?: unknown;
  readonly bindings?: Readonly<Record<string, unknown>>;
  /** Absent together with `error` when the expression gives nothing. */
  readonly result?: unknown;
  /** Code of the expected MappingError. */
  readonly error?: string;
}

/** One of our functions, which mappings can call as `$name(…)`. */
export interface MappingFunction {
  readonly name: string;
  /** JSONata signature; missing arguments reach the implementation as undefined. */
  readonly signature: string;
  /** Names of the parameters in order, for help and completion. Names of optional ones end with a question mark. */
  readonly parameters: readonly string[];
  /** One plain sentence. */
  readonly summary: string;
  readonly examples: readonly [FunctionExample, ...FunctionExample[]];
  /** Pure. @throws EvaluationFailure */
  implementation(context: FunctionContext, ...args: unknown[]): unknown;
}
