import { compileMapping, MappingError, type ValueMapTables } from '@throughline/core/mapping';
import { LastParsed } from './last-parsed.ts';
import { failure, type EvaluationRequest, type EvaluationResult } from './evaluation-message.ts';

/** Evaluates one mapping on one input. It never throws: a failure is part of the answer. */
export function evaluateRequest(request: EvaluationRequest, parsed = new LastParsed()): EvaluationResult {
  try {
    const valueMaps = JSON.parse(request.valueMaps) as ValueMapTables;
    const bindings = JSON.parse(request.bindings) as Record<string, unknown>;
    const input: unknown = JSON.parse(request.input);
    return { status: 'done', value: compileMapping(parsed.of(request.text), { valueMaps }).evaluate(input, bindings) };
  } catch (error) {
    if (!(error instanceof MappingError)) return failure('MAPPING_FAILED', String(error));
    const { code, message, position, line, column } = error;
    return { status: 'failed', code, message, position, line, column };
  }
}
