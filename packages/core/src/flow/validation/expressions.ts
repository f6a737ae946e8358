import { declaredFunctions, impureFunctions } from '../../mapping/functions/declared-functions.ts';
import { MappingError } from '../../mapping/mapping-error.ts';
import { readExpression, type ExpressionReading, type NamedUse } from '../../mapping/read-expression.ts';
import type { Problem } from '../problem.ts';
import type { ValidationContext } from '../validation-context.ts';
import { known } from './step-report.ts';

/** A problem of the expression itself. The caller adds where the expression is. */
export type TextProblem = Pick<Problem, 'code' | 'severity' | 'message' | 'range'>;

export interface CheckedExpression {
  /** Undefined when the text cannot be parsed. */
  readonly reading: ExpressionReading | undefined;
  readonly problems: readonly TextProblem[];
}

/** Why a variable cannot be used here. */
export interface VariableRefusal {
  readonly code: 'UNKNOWN_VARIABLE' | 'ITEM_OUTSIDE_FOR_EACH' | 'STEP_NOT_RUN';
  readonly message: string;
}

/**
 * Checks an expression by itself: its syntax, functions, value maps, and variables. `refuse` decides about the
 * variables.
 */
export function checkExpression(
  text: string,
  { valueMaps }: Pick<ValidationContext, 'valueMaps'>,
  refuse: (name: string) => VariableRefusal | undefined,
): CheckedExpression {
  try {
    const reading = readExpression(text);
    const variables = reading.variables.flatMap(({ name, start, end }): TextProblem[] => {
      // A function may be passed by name. $error is also our variable, and nobody means the function there.
      const refusal = name !== 'error' && declaredFunctions.has(name) ? undefined : refuse(name);
      return refusal === undefined ? [] : [{ ...refusal, severity: 'error', range: { start, end } }];
    });
    const maps = valueMapProblems(reading.valueMaps, valueMaps);
    return { reading, problems: [...variables, ...reading.functions.flatMap(functionProblem), ...maps] };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return { reading: undefined, problems: [syntaxProblem(error)] };
  }
}

/** The value maps that a text names and that do not exist. */
export const valueMapProblems = (
  named: readonly string[],
  valueMaps: ValidationContext['valueMaps'],
): readonly TextProblem[] =>
  named.flatMap((name): TextProblem[] => {
    if (Object.hasOwn(valueMaps, name)) return [];
    const message = `There is no value map "${name}". ${known(name, Object.keys(valueMaps))}`;
    return [{ code: 'UNKNOWN_VALUE_MAP', severity: 'error', message }];
  });

function syntaxProblem({ message, line, column, position, token }: MappingError): TextProblem {
  const place = line === undefined ? '' : `Line ${line}, column ${column}: `;
  return {
    code: 'EXPRESSION_SYNTAX',
    severity: 'error',
    message: `${place}${message.replace(/\.?$/, '.')} Correct the expression there.`,
    ...(position === undefined ? {} : { range: { start: position, end: position + Math.max(1, token?.length ?? 1) } }),
  };
}

function functionProblem({ name, start, end }: NamedUse): TextProblem[] {
  const isOff = Object.hasOwn(impureFunctions, name);
  if (declaredFunctions.has(name) && !isOff) return [];
  const message = isOff
    ? `$${name} cannot be used: ${impureFunctions[name as keyof typeof impureFunctions]}`
    : `There is no function $${name}. ${known(name, [...declaredFunctions.keys()])}`;
  return [{ code: 'UNKNOWN_FUNCTION', severity: 'error', message, range: { start, end } }];
}
