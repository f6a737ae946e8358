import type { JsonSchema } from '@throughline/core/connector/json-schema';

export interface ScopeVariable {
  readonly schema: JsonSchema;
  /** A short description. */
  readonly detail?: string | undefined;
}

/** Everything that an expression can see, for completion, hints and checks. */
export interface ExpressionScope {
  /** Shape of the input, which bare names read; absent if there is none. */
  readonly context?: JsonSchema | undefined;
  /** Variables by name, without the `$`. */
  readonly variables?: Readonly<Record<string, ScopeVariable>> | undefined;
  /** Names of the value maps that `$valueMap` knows. */
  readonly valueMaps?: readonly string[] | undefined;
  /** Shape of the result, whose field names are offered as keys; only mappings have one. */
  readonly target?: JsonSchema | undefined;
}
