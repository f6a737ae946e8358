import { compileMapping, MappingError, type ValueMapTables } from '@throughline/core/mapping';
import { failure, type EvaluationRequest, type EvaluationResult } from './evaluation-message.ts';

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
