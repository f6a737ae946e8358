import type { Run } from '../engine/run.ts';
import type { MappingFunction } from '../functions/function-definition.ts';

/** A function that JSONata itself defines. */
export interface Builtin extends Omit<MappingFunction, 'implementation'> {
  /**
   * The number of arguments that a higher-order function passes to it. This is the reference's count, which ignores
   * parameters with a default.
   */
  readonly arity: number;
  /** Gets its arguments after the signature was applied. @throws EvaluationFailure */
  implementation(run: Run, ...args: unknown[]): unknown;
}
