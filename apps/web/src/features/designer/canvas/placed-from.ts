import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { kindOffers } from '../find/step-offers.ts';
import type { Placed } from '../placing/placed.ts';
import { outermost } from '../state/selected-steps.ts';

/**
 * What a drag from this element of the canvas moves: the step, all selected steps if it is one of them, or a new step
 * from the palette.
 */
export function placedFrom(
  element: Element,
  flow: FlowDocument,
  selected: ReadonlySet<string> | undefined,
): Placed | undefined {
  const offerId = element.closest<HTMLElement>('[data-offer]')?.dataset['offer'];
  const offer = kindOffers.find(({ id }) => id === offerId);
  if (offer !== undefined) return { what: 'new', offer };
  // Buttons inside a step keep their own meaning.
  const id =
    element.closest('button, a') === null
      ? element.closest<HTMLElement>('.react-flow__node')?.dataset['id']
      : undefined;
  if (id === undefined || findStep(flow.body, id) === undefined) return undefined;
  const ids = selected?.has(id) === true ? outermost(flow, selected).map(({ step }) => step.id) : [id];
  return { what: 'steps', ids };
}
