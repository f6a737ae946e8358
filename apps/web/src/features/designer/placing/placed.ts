import type { StepOffer } from '../find/step-offer.ts';

/** What is being put somewhere: steps of the flow, outermost ones only, or a new step. */
export type Placed =
  | { readonly what: 'steps'; readonly ids: readonly string[] }
  | { readonly what: 'new'; readonly offer: StepOffer };
