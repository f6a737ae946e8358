import type { FlowDocument } from '../../flow/definition.ts';
import { compileMapping } from '../../mapping/compile-mapping.ts';
import { isTruthy } from '../../mapping/is-truthy.ts';
import { storableKey, storableLabel } from '../storable-text.ts';

/**
 * Most steps of one condition, key or label. They pick from one event, on the thread that also answers webhooks and
 * pages, so they get far less than a mapping. A label that goes through a thousand lines takes a tenth of this.
 */
export const maxKeyTicks = 100_000;

/** What a flow's settings determine about one event. */
export interface RunKeys {
  /** False when the trigger's condition does not hold. */
  readonly isWanted: boolean;
  readonly idempotencyKey?: string | undefined;
  readonly orderingKey?: string | undefined;
  readonly businessKey?: string | undefined;
  readonly businessLabel?: string | undefined;
}

/**
 * Evaluates a trigger's condition and a flow's keys against an event's data, which is both `$trigger` and the input.
 * @throws MappingError when one of the expressions cannot be read or fails
 */
export function evaluateRunKeys(flow: FlowDocument, data: unknown, nowMs: number, hasCondition = true): RunKeys {
  const evaluate = (text: string | undefined): unknown =>
    text === undefined
      ? undefined
      : compileMapping(text, { now: () => nowMs, maxTicks: maxKeyTicks }).evaluate(data, { trigger: data });
  const { trigger, settings } = flow;
  const isWanted = !hasCondition || trigger.when === undefined || isTruthy(evaluate(trigger.when));
  return {
    isWanted,
    idempotencyKey: keyText(evaluate(isWanted ? settings.idempotencyKey : undefined)),
    orderingKey: keyText(evaluate(isWanted ? settings.orderingKey : undefined)),
    businessKey: keyText(evaluate(settings.businessKey)),
    businessLabel: textOf(evaluate(settings.businessLabel), storableLabel),
  };
}

const keyText = (value: unknown): string | undefined => textOf(value, storableKey);

/** A key or label as text that can be stored. Nothing and an empty text are no key. */
function textOf(value: unknown, storable: (text: string) => string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return storable(typeof value === 'string' ? value : JSON.stringify(value));
}
