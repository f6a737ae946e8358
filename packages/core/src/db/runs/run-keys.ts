import type { FlowDocument } from '../../flow/definition.ts';
import { compileMapping, type CompileOptions } from '../../mapping/compile-mapping.ts';
import { MappingError, mappingErrorCodes } from '../../mapping/mapping-error.ts';
import { isTruthy } from '../../mapping/is-truthy.ts';
import { storableKey, storableLabel } from '../storable-text.ts';

/**
 * Most steps of one condition, key or label. They pick from one event, on the thread that also answers webhooks and
 * pages, so they get far less than a mapping. A label that goes through a thousand lines takes a tenth of this.
 */
export const maxKeyTicks = 100_000;

/**
 * Most characters, and values, of what a key or label is made of. Only its first characters and its hash are stored, so
 * nobody needs more.
 */
const maxKeySourceLength = 100_000;

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
  const evaluate = (text: string, limits: CompileOptions = {}): unknown =>
    compileMapping(text, { ...limits, now: () => nowMs, maxTicks: maxKeyTicks }).evaluate(data, { trigger: data });
  const { trigger, settings } = flow;
  const textFor = (name: KeyName, storable: (text: string) => string): string | undefined => {
    const text = settings[name];
    if (text === undefined) return undefined;
    try {
      return textOf(evaluate(text, keyLimits), storable);
    } catch (error) {
      throw isTooLarge(error) ? tooLongKey(name, text, error) : error;
    }
  };
  const isWanted = !hasCondition || trigger.when === undefined || isTruthy(evaluate(trigger.when));
  return {
    isWanted,
    idempotencyKey: isWanted ? textFor('idempotencyKey', storableKey) : undefined,
    orderingKey: isWanted ? textFor('orderingKey', storableKey) : undefined,
    businessKey: textFor('businessKey', storableKey),
    businessLabel: textFor('businessLabel', storableLabel),
  };
}

const keyLimits = { maxResultLength: maxKeySourceLength, maxResultSize: maxKeySourceLength };

const keyNames = {
  idempotencyKey: 'idempotency key',
  orderingKey: 'ordering key',
  businessKey: 'business key',
  businessLabel: 'label',
} as const;

type KeyName = keyof typeof keyNames;

const isTooLarge = (error: unknown): boolean =>
  error instanceof MappingError && error.code === mappingErrorCodes.resultTooLarge;

function tooLongKey(name: KeyName, text: string, cause: unknown): MappingError {
  const message = `The ${keyNames[name]} is made of more than ${maxKeySourceLength} characters or values. Choose a shorter part of the event.`;
  const range = { start: 0, end: text.length };
  return new MappingError(message, { code: mappingErrorCodes.resultTooLarge, phase: 'evaluate', text, range, cause });
}

/** A key or label, whose size is already limited, as text that can be stored. Nothing and an empty text are no key. */
function textOf(value: unknown, storable: (text: string) => string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return storable(typeof value === 'string' ? value : JSON.stringify(value));
}
