import type { FlowDocument } from '../../flow/definition.ts';
import { MappingError } from '../../mapping/mapping-error.ts';
import type { IgnoreReason } from '../schema/run.ts';
import { evaluateRunKeys, type RunKeys } from '../runs/run-keys.ts';

/** Why an event starts nothing. */
export interface Ignored {
  readonly reason: IgnoreReason;
  readonly note: string;
}

export type EventDecision =
  | { readonly kind: 'ignore'; readonly ignored: Ignored }
  | { readonly kind: 'start'; readonly keys: Omit<RunKeys, 'isWanted'> }
  /** An expression of the trigger or of the settings failed: the event must not be lost, so its run stops at once. */
  | { readonly kind: 'refuse'; readonly message: string };

/** Why the run of an event stops at once if the condition or a key cannot be evaluated for it. */
export const expressionFailed = ({ message }: { readonly message: string }) => ({
  code: 'TRIGGER_EXPRESSION_FAILED',
  message,
});

export const conditionIgnored: Ignored = { reason: 'condition', note: 'The trigger’s condition does not hold.' };

/** What a flow does with an event whose data is known. `hasCondition` is false if a person has selected the event. */
export function decideEvent(flow: FlowDocument, payload: unknown, nowMs: number, hasCondition = true): EventDecision {
  try {
    const { isWanted, ...keys } = evaluateRunKeys(flow, payload, nowMs, hasCondition);
    return isWanted ? { kind: 'start', keys } : { kind: 'ignore', ignored: conditionIgnored };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return { kind: 'refuse', message: error.message };
  }
}
