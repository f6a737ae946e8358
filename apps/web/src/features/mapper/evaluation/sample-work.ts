import type { ValueMapTables } from '@throughline/core/mapping';
import { explainMapping, fillRates, type Explanation, type Sample } from '@throughline/core/mapping/analysis';

import type { TextRange } from '@throughline/core/mapping/syntax';
import type { EvaluationRequest } from './evaluation-message.ts';
import { fieldId } from './field-links.ts';

export interface ExplainRequest extends EvaluationRequest {
  /** Names of the target field from the outermost object inwards. */
  readonly target: readonly string[];
}

/** Explains a target field's value on a sample. */
export interface FieldExplanation {
  readonly status: Explanation['status'];
  readonly evaluated: number;
  readonly filled: number;
  /** Outer reasons come before inner ones. */
  readonly reasons: readonly { readonly message: string; readonly range: TextRange | undefined }[];
}

/** Evaluates the mapping once and records what happens. */
export function explainField({ text, input, bindings, valueMaps, target }: ExplainRequest): FieldExplanation {
  const { status, evaluated, filled, reasons, failure } = explainMapping(text, JSON.parse(input), {
    target,
    bindings: JSON.parse(bindings) as Record<string, unknown>,
    valueMaps: JSON.parse(valueMaps) as ValueMapTables,
  });
  const said = reasons.map(({ message, start, end }) => ({ message, range: { start, end } }));
  const failed = failure === undefined ? [] : [{ message: failure.message, range: failure.range }];
  return { status, evaluated, filled, reasons: [...failed, ...said] };
}

export interface FillRequest {
  readonly text: string;
  /** JSON of a list of samples: `input` and `bindings`. */
  readonly samples: string;
  readonly valueMaps: string;
}

/**
 * Counts the samples for which a target field was filled, was empty, or was not computed because the mapping failed.
 */
export interface FieldFill {
  readonly target: string;
  readonly filled: number;
  readonly empty: number;
  readonly failed: number;
}

export function fillOfFields({ text, samples, valueMaps }: FillRequest): readonly FieldFill[] {
  const rates = fillRates(text, JSON.parse(samples) as Sample[], {
    valueMaps: JSON.parse(valueMaps) as ValueMapTables,
  });
  return rates.map(({ target, filled, empty, failed }) => ({ target: fieldId(target), filled, empty, failed }));
}
