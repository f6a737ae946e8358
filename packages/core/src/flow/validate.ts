import { flowSchema } from './definition.ts';
import type { Problem } from './problem.ts';
import type { ValidationContext } from './validation-context.ts';

/** Everything wrong with a flow document; empty when it can run. Never throws. */
export function validateFlow(input: unknown, _context: ValidationContext): Problem[] {
  const parsed = flowSchema.safeParse(input);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    code: 'SHAPE',
    severity: 'error',
    message: issue.message,
  }));
}
