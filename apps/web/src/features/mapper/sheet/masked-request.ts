import { maskPersonalData } from '@throughline/core/masking';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';

/** The same mapping on the same record with its personal data replaced, for results that leave the product. */
export function maskedRequest({ input, bindings, ...request }: EvaluationRequest): EvaluationRequest {
  const record: unknown = { input: JSON.parse(input), bindings: JSON.parse(bindings) };
  const masked = maskPersonalData(record).value as Readonly<Record<'input' | 'bindings', unknown>>;
  return { ...request, input: JSON.stringify(masked.input), bindings: JSON.stringify(masked.bindings) };
}
