import type { CallSite } from '../engine/callable.ts';
import type { TextRange } from '../syntax/syntax-node.ts';

/** Where failures happen that nothing further inside has placed: limits that are met in a loop, above all. */
export function siteAt({ start, end }: TextRange): CallSite {
  return { range: { start, end }, token: undefined };
}
