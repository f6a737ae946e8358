import { EvaluationFailure } from '../../../src/mapping/engine/failure.ts';
import { defaultLimits, type Limits } from '../../../src/mapping/engine/limits.ts';
import { Run } from '../../../src/mapping/engine/run.ts';
import type { MappingFunction, ValueMapTables } from '../../../src/mapping/functions/function-definition.ts';

export interface CallOptions {
  readonly limits?: Partial<Limits>;
  readonly valueMaps?: ValueMapTables;
}

/** Calls one of our functions without an engine around it. A failure is returned as its code and sentence. */
export function call(definition: MappingFunction, args: readonly unknown[], options: CallOptions = {}): unknown {
  const limits = { ...defaultLimits, ...options.limits };
  const run = new Run({ limits, valueMaps: options.valueMaps ?? {}, now: () => 0, clock: () => 0 });
  try {
    return definition.implementation(run, ...args);
  } catch (error) {
    if (error instanceof EvaluationFailure) return { code: error.code, message: error.message };
    throw error;
  }
}
