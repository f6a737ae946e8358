import { idsWithin } from '@throughline/core/flow/walk';
import { boxAround } from '../layout/box-around.ts';
import type { Box, FlowLayout } from '../layout/geometry.ts';

/** The part of the drawing that belongs to a step: its box, everything inside it, and its error lane. */
export function boxOfStep({ nodes, frames, inserts }: FlowLayout, stepId: string): Box | undefined {
  const step = nodes.find(({ id }) => id === stepId)?.step;
  if (step === undefined) return undefined;
  const ids = new Set(idsWithin(step));
  return boxAround([
    ...nodes.filter(({ id }) => ids.has(id)),
    ...frames.filter(({ id }) => ids.has(id.slice(0, id.indexOf('/')))),
    ...inserts.filter(({ point: { address } }) => address.in === 'step' && ids.has(address.stepId)),
  ]);
}
