import { MappingError } from '../../mapping/mapping-error.ts';
import { readIr } from '../../mapping/read-ir.ts';
import { literalParts, type FieldValue } from '../field-value.ts';
import type { Problem } from '../problem.ts';
import { isRecipient, recipientAdvice } from '../recipient.ts';
import type { StepOf } from '../step.ts';
import type { VisitedStep } from '../walk.ts';
import { stepProblem } from './step-report.ts';

/**
 * Checks that a fixed recipient is an e-mail address or a role. A recipient that comes from data is only known when
 * the step runs.
 */
export function recipientProblems(at: VisitedStep, { name, config }: StepOf<'notify'>): Problem[] {
  const recipient = fixedText(config.to);
  if (recipient === undefined || isRecipient(recipient)) return [];
  const message = `"${name}" would tell "${recipient}", ${recipientAdvice}`;
  return [stepProblem(at, '/to', 'BAD_RECIPIENT', message)];
}

/** The text of a literal without inserted data, or of an expression that is nothing but a text. */
function fixedText(field: FieldValue): string | undefined {
  if (field.kind === 'expression') return quotedText(field.value);
  if (field.kind === 'data') return undefined;
  const [first, ...others] = literalParts(String(field.value));
  return first !== undefined && 'text' in first && others.length === 0 ? first.text.trim() : undefined;
}

function quotedText(expression: string): string | undefined {
  try {
    const ir = readIr(expression);
    return ir.kind === 'literal' && ir.predicates === undefined ? String(ir.value).trim() : undefined;
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}
