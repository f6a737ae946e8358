import { idsWithin } from '@throughline/core/flow/walk';
import type { Box, FlowLayout } from '../layout/geometry.ts';

/** The part of the drawing that belongs to a step: its box, everything inside it, and its error lane. */
export function boxOfStep({ nodes, frames, inserts }: FlowLayout, stepId: string): Box | undefined {
  const step = nodes.find(({ id }) => id === stepId)?.step;
  if (step === undefined) return undefined;
  const ids = new Set(idsWithin(step));
  const parts: readonly Box[] = [
    ...nodes.filter(({ id }) => ids.has(id)),
    ...frames.filter(({ id }) => ids.has(id.slice(0, id.indexOf('/')))),
    ...inserts
      .filter(({ point: { address } }) => address.in === 'step' && ids.has(address.stepId))
      .map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  ];
  const left = Math.min(...parts.map(({ x }) => x));
  const top = Math.min(...parts.map(({ y }) => y));
  const right = Math.max(...parts.map(({ x, width }) => x + width));
  const bottom = Math.max(...parts.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
