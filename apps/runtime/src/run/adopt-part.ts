import type { PartResult } from './child-workflows.ts';
import type { Frame } from './run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';

/** Takes over what a part left behind, even of a part that failed. */
export function adoptPart({ context, scope }: Frame, part: PartResult): void {
  Object.assign(scope.steps, part.steps);
  context.undo.push(...part.undo);
  for (const [id, origin] of part.origins) context.origins.set(id, origin);
  context.response = part.response ?? context.response;
  context.deadlineMs += part.waitedMs;
  if (part.ended != null) throw new RunEnded(part.ended.reason, part.ended.message);
}
