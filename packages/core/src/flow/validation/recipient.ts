import { z } from 'zod';
import { literalParts, type FieldValue } from '../field-value.ts';
import { personRoles } from '../person-roles.ts';
import type { Problem } from '../problem.ts';
import type { StepOf } from '../step.ts';
import type { VisitedStep } from '../walk.ts';
import { stepProblem } from './step-report.ts';

/** A recipient that is written down is an e-mail address or a role; what data gives is known when the step runs. */
export function recipientProblems(at: VisitedStep, { name, config }: StepOf<'notify'>): Problem[] {
  const recipient = fixedText(config.to);
  if (recipient === undefined || isRecipient(recipient)) return [];
  const message = `"${name}" would tell "${recipient}", which is neither an e-mail address nor a role. Give an address such as olga@example.com, or one of ${personRoles.join(', ')}.`;
  return [stepProblem(at, '/to', 'BAD_RECIPIENT', message)];
}

const isRecipient = (text: string): boolean =>
  personRoles.some((role) => role === text) || z.email().safeParse(text).success;

/** The text of a literal in which no data is inserted. */
function fixedText(field: FieldValue): string | undefined {
  if (field.kind !== 'literal') return undefined;
  const [first, ...others] = literalParts(String(field.value));
  return first !== undefined && 'text' in first && others.length === 0 ? first.text.trim() : undefined;
}
