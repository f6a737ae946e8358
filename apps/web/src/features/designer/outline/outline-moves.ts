import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { isLoopBody, kindOf } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import { pointBeside } from '../state/designer-state.ts';
import { siblingsOf } from '../state/edit-flow.ts';
import type { OutlineRow } from './outline-rows.ts';

export type OutlineMove = 'up' | 'down' | 'in' | 'out';

/** Where steps go when they are moved with the keyboard; undefined if they cannot go there. */
export function movePoint(flow: FlowDocument, ids: readonly string[], move: OutlineMove): InsertionPoint | undefined {
  const id = move === 'down' ? ids.at(-1) : ids[0];
  const place = id === undefined ? undefined : findStep(flow.body, id);
  if (place === undefined) return undefined;
  const siblings = siblingsOf(flow, place.address);
  switch (move) {
    case 'up':
      return pointBeside(place, siblings, -1);
    case 'down':
      return pointBeside(place, siblings, 1);
    case 'in': {
      const container = siblings[place.index - 1];
      const slot = container && kindOf(container).slots(container.config)[0]?.slot;
      if (container === undefined || slot === undefined) return undefined;
      const index = container.bodies?.[slot]?.length ?? 0;
      return { address: { in: 'step', stepId: container.id, slot }, index };
    }
    case 'out': {
      const owner = place.ancestors.at(-1)?.step;
      const around = owner && findStep(flow.body, owner.id);
      return around && { address: around.address, index: around.index + 1 };
    }
  }
}

/** Where a step lands when it is dragged onto a row: above or below a step, or first in a slot. */
export function dropPoint(row: OutlineRow, isUpperHalf: boolean): InsertionPoint {
  switch (row.type) {
    case 'trigger':
      return { address: { in: 'flow' }, index: 0 };
    case 'slot':
      return { address: { in: 'step', stepId: row.stepId, slot: row.slot }, index: 0 };
    case 'step': {
      const { step } = row;
      const loop = kindOf(step)
        .slots(step.config)
        .find(({ slot }) => isLoopBody(step, slot));
      if (!isUpperHalf && row.isOpen === true && loop !== undefined) {
        return { address: { in: 'step', stepId: step.id, slot: loop.slot }, index: 0 };
      }
      return { address: row.address, index: isUpperHalf ? row.index : row.index + 1 };
    }
  }
}
