import type { FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';

/**
 * The flow with the names that the designer gives to the ways of a branch and of a parallel step: `case1`, `branch1` and
 * so on. People never see these names; they see the titles.
 */
export const withDrawnSlots = (flow: FlowDocument): FlowDocument => ({ ...flow, body: flow.body.map(withSlots) });

function withSlots(step: Step): Step {
  const names = drawnNames(step);
  const bodies = Object.entries(step.bodies ?? {}).map(([slot, body]) => [names[slot] ?? slot, body.map(withSlots)]);
  return { ...step, ...configOf(step, names), ...(step.bodies && { bodies: Object.fromEntries(bodies) }) } as Step;
}

function drawnNames(step: Step): Readonly<Record<string, string>> {
  if (step.kind === 'branch') return numbered('case', step.config.cases);
  return step.kind === 'parallel' ? numbered('branch', step.config.branches) : {};
}

const numbered = (stem: string, ways: readonly { readonly slot: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(ways.map(({ slot }, index) => [slot, `${stem}${index + 1}`]));

function configOf(step: Step, names: Readonly<Record<string, string>>): Partial<Step> {
  const renamed = <Way extends { readonly slot: string }>(way: Way): Way => ({
    ...way,
    slot: names[way.slot] ?? way.slot,
  });
  if (step.kind === 'branch') return { config: { ...step.config, cases: step.config.cases.map(renamed) } };
  return step.kind === 'parallel' ? { config: { ...step.config, branches: step.config.branches.map(renamed) } } : {};
}
