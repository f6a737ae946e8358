import { valueMapSchema } from './definition.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import { formatProblem } from './upgrades.ts';

/** Finds everything wrong with a value map document. Empty when it can be used. Never throws. */
export function validateValueMap(input: unknown): Problem[] {
  const newer = formatProblem(input, 'value map');
  if (newer !== undefined) return [newer];
  const parsed = valueMapSchema.safeParse(input);
  if (!parsed.success) return shapeProblems(parsed.error, input, 'value map');
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, { key, value }] of parsed.data.entries.entries()) {
    if (key === '') {
      problems.push({
        pointer: `/entries/${index}/key`,
        code: 'EMPTY_KEY',
        severity: 'warning',
        message: `Row ${index + 1} has no key, so that only an empty text finds it. Give it one, or remove the row.`,
      });
    }
    if (value === '') {
      problems.push({
        pointer: `/entries/${index}/value`,
        code: 'EMPTY_VALUE',
        severity: 'warning',
        message: `Row ${index + 1} has no value for the key "${key}", so that a record with it gets an empty text. Give it one, or remove the row.`,
      });
    }
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      continue;
    }
    problems.push({
      pointer: `/entries/${index}/key`,
      code: 'DUPLICATE_KEY',
      severity: 'error',
      message: `Row ${index + 1} has the key "${key}" of row ${first + 1}. Keep one of them.`,
    });
  }
  return problems;
}
