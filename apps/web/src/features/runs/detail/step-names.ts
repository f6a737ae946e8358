import type { FlowDocument } from '@throughline/core/flow';
import { walkSteps } from '@throughline/core/flow/walk';

/** Name of each step of a flow by its id. */
export const stepNames = (flow: FlowDocument | undefined): ReadonlyMap<string, string> =>
  new Map(flow === undefined ? [] : [...walkSteps(flow.body)].map(({ step }) => [step.id, step.name]));
