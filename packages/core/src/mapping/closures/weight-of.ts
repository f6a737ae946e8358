import { partsOf } from '../analysis/parts-of.ts';
import type { Ir } from '../syntax/ir.ts';

/** The number of expressions that are evaluated in the time of one step of a loop. */
const nodesPerTick = 16;

const sizes = new WeakMap<Ir, number>();

/** The steps that count for one turn of a loop or one call with this body: a longer body is more work. */
export function weightOf(...bodies: readonly Ir[]): number {
  let size = 0;
  for (const body of bodies) size += sizeOf(body);
  return 1 + Math.floor(size / nodesPerTick);
}

function sizeOf(ir: Ir): number {
  const known = sizes.get(ir);
  if (known !== undefined) return known;
  let size = 1;
  for (const part of partsOf(ir)) size += sizeOf(part);
  sizes.set(ir, size);
  return size;
}
