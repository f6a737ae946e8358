import type { PartResult } from './child-workflows.ts';
import { journals } from './journals.ts';
import type { Frame, RunContext } from './run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';

/** Takes over what a part left behind, even if it failed. `deadlineMs` is the deadline it was started with. */
export function adoptPart({ context, scope }: Frame, part: PartResult, deadlineMs: number): void {
  Object.assign(scope.steps, part.steps);
  context.undo.push(...part.undo);
  for (const [id, origin] of part.origins) context.origins.set(id, origin);
  context.response = part.response ?? context.response;
  context.deadlineMs = deadlineAfter(context, part, deadlineMs);
  if (part.ended != null) throw new RunEnded(part.ended.reason, part.ended.message);
}

/**
 * The latest of the deadlines that the parts ended with. Parts that ran side by side were started with the same deadline,
 * so the longest of their waits counts once; a part that started after another had ended builds on that one's.
 */
function deadlineAfter(context: RunContext, { waitedMs }: PartResult, deadlineMs: number): number {
  if (context.journal < journals.countsLongestWait) return context.deadlineMs + waitedMs;
  return Math.max(context.deadlineMs, deadlineMs + waitedMs);
}
