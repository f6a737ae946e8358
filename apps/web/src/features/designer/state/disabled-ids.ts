import type { FlowDocument } from '@throughline/core/flow';
import { disabledAround, walkSteps } from '@throughline/core/flow/walk';

/** Ids of the steps that are skipped: disabled ones, and everything inside them. */
export const disabledIds = ({ body }: Pick<FlowDocument, 'body'>): ReadonlySet<string> =>
  new Set([...walkSteps(body)].filter((at) => disabledAround(at) !== undefined).map(({ step }) => step.id));
