import type { EventDecision } from '@throughline/core/db/events/decide-event';

/** Why an event would start nothing, as a sentence; null if it would start a run. */
export const whyIgnored = (decision: EventDecision): string | null => {
  switch (decision.kind) {
    case 'start':
      return null;
    case 'ignore':
      return 'This event would be ignored: the condition in “Only when” is false for it.';
    case 'refuse':
      return `This event would become an exception: a key or the condition cannot be evaluated for it. ${decision.message}`;
  }
};
