import { countText } from '#ui/count-text.ts';
import type { ProblemCounts } from './placed-problem.ts';

/** `2 errors, 1 warning`. Errors block a change; warnings are for the reviewer. */
export function problemWords({ errors, warnings }: ProblemCounts): string {
  const parts = [...counted(errors, 'error'), ...counted(warnings, 'warning')];
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

const counted = (count: number, word: string): string[] => (count === 0 ? [] : [countText(count, word)]);
