import { EvaluationFailure, type FailureDetails } from './failure.ts';
import { sentenceFor, type SentenceCode } from './sentences.ts';

/** Makes a failure with one of the language's codes, worded for the person who wrote the mapping. */
export function failureOf(code: SentenceCode, details: FailureDetails & { readonly type?: string | undefined } = {}) {
  return new EvaluationFailure(code, sentenceFor(code, details), details);
}
