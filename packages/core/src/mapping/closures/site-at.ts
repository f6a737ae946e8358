import type { CallSite } from '../engine/callable.ts';
import type { TextRange } from '../syntax/syntax-node.ts';

/** The range for failures to which nothing further inside has given one, mostly limits that are exceeded in a loop. */
export function siteAt({ start, end }: TextRange): CallSite {
  return { range: { start, end }, token: undefined };
}
