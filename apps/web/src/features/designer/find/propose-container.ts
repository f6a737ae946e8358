import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, type Step, type StepKind } from '@throughline/core/flow/step';
import type { VisitedStep } from '@throughline/core/flow/walk';
import type { DesignerData } from '../designer-data.ts';
import { stepKindNames, viewOf } from '../steps/registry.ts';
import { proposeStep } from './propose-step.ts';
import { kindOffers } from './step-offers.ts';

/** Kinds into which steps can be put: a new step of them has a slot. */
export const containerKinds: readonly StepKind[] = stepKindNames.filter(
  (kind) => slotOf({ kind, config: viewOf(kind).initial() } as Step) !== undefined,
);

/** A new container for steps, and the slot that takes them; undefined for kinds without slots. */
export function proposeContainer(
  flow: FlowDocument,
  { address, index }: VisitedStep,
  kind: StepKind,
  data: DesignerData,
): { readonly container: Step; readonly slot: string } | undefined {
  const offer = kindOffers.find((each) => each.kind === kind);
  const container = offer && proposeStep(flow, { address, index }, offer, data);
  const slot = container && slotOf(container);
  return container === undefined || slot === undefined ? undefined : { container, slot };
}

function slotOf(step: Step): string | undefined {
  return kindOf(step).slots(step.config)[0]?.slot;
}
