import type { CallSite } from '../engine/callable.ts';
import type { TextRange } from '../syntax/syntax-node.ts';

/** The place for failures that nothing further inside has placed, above all limits that are met in a loop. */
export function siteAt({ start, end }: TextRange): CallSite {
  return { range: { start, end }, token: undefined };
}
