import type { Trigger } from '../../flow/definition.ts';
import type { TriggerSource } from '../schema/run.ts';
import type { Ignored } from './decide-event.ts';

interface EventOrigin {
  readonly source: TriggerSource;
  /** The object of its record; absent where it is about none. */
  readonly object?: string | null | undefined;
}

/** Whether a trigger is what an event came for. Between the two, the flow may have moved. */
export const isListening = (trigger: Trigger, { source, object }: EventOrigin): boolean => {
  // A person may start any flow.
  if (source === 'manual') return true;
  return trigger.kind === source && (!('object' in trigger) || trigger.object === object);
};

export const notListening: Ignored = {
  reason: 'not-live',
  note: 'The flow that is live now does not listen to this event any more.',
};
