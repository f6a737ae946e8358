import { compileMapping, MappingError, type ValueMapTables } from '@throughline/core/mapping';

export interface EvaluationRequest {
  readonly text: string;
  /** JSON text, because it is cheaper to transfer than an object and is always a copy. */
  readonly input: string;
  readonly bindings: string;
  readonly valueMaps: string;
}

export type EvaluationResult =
  | { readonly status: 'done'; readonly value: unknown }
  | {
      readonly status: 'failed';
      readonly code: string;
      readonly message: string;
      readonly position: number | undefined;
      readonly line: number | undefined;
      readonly column: number | undefined;
    };

/** Evaluates one mapping on one input. It never throws: a failure is part of the answer. */
export function evaluateRequest(request: EvaluationRequest): EvaluationResult {
  try {
    const valueMaps = JSON.parse(request.valueMaps) as ValueMapTables;
    const bindings = JSON.parse(request.bindings) as Record<string, unknown>;
    const input: unknown = JSON.parse(request.input);
    return { status: 'done', value: compileMapping(request.text, { valueMaps }).evaluate(input, bindings) };
  } catch (error) {
    if (!(error instanceof MappingError)) return failure('MAPPING_FAILED', String(error));
    const { code, message, position, line, column } = error;
    return { status: 'failed', code, message, position, line, column };
  }
}

export const failure = (code: string, message: string): EvaluationResult => ({
  status: 'failed',
  code,
  message,
  position: undefined,
  line: undefined,
  column: undefined,
});
