import { EvaluationFailure } from './engine/failure.ts';
import { MappingError, mappingErrorCodes } from './mapping-error.ts';
import { PlainJsonError } from './plain-json.ts';
import type { ParsedMapping } from './syntax/parse-mapping.ts';
import type { MappingSyntaxError } from './syntax/syntax-error.ts';

/** Makes the error to throw for the first syntax error of a text. */
export function parseError({ tree, errors: [error] }: ParsedMapping): MappingError {
  const { text } = tree;
  if (error === undefined) throw new Error('This text can be read.');
  const { code, message, start, end } = error;
  return new MappingError(message, { code, phase: 'parse', text, range: { start, end }, token: tokenOf(tree, error) });
}

/** The token at the error's position. S0214 is about what follows an operator, and names that. */
function tokenOf(
  { text, tokens }: ParsedMapping['tree'],
  { code, start, end }: MappingSyntaxError,
): string | undefined {
  if (code !== 'S0214') return start === end ? undefined : text.slice(start, end);
  const operator = tokens.findLast((token) => token.end <= start && /\S/.test(text.slice(token.start, token.end)));
  return operator && text.slice(operator.start, operator.end);
}

/**
 * Makes the error to throw for whatever an evaluation threw. An error about the result as a whole has the range of the
 * mapping.
 */
export function evaluationError(error: unknown, parsed: ParsedMapping): MappingError {
  const { ir } = parsed;
  const { text } = parsed.tree;
  const whole = ir && { start: ir.start, end: ir.end };
  if (error instanceof EvaluationFailure) {
    const { message, code, range = whole, token } = error;
    return new MappingError(message, { code, phase: 'evaluate', text, range, token, cause: error });
  }
  if (error instanceof PlainJsonError) {
    const { message, code } = error;
    return new MappingError(message, { code, phase: 'evaluate', text, range: whole, cause: error });
  }
  if (error instanceof RangeError) {
    // The stack overflowed before a limit was reached.
    const message = 'Data, or calls within calls, are nested too deeply to be gone through.';
    return new MappingError(message, { code: 'D1011', phase: 'evaluate', text, range: whole, cause: error });
  }
  const message = error instanceof Error && error.message !== '' ? error.message : 'The mapping failed.';
  const code = mappingErrorCodes.internal;
  return new MappingError(message, { code, phase: 'evaluate', text, range: whole, cause: error });
}
