export interface TriggerFacts {
  readonly kind: 'webhook' | 'change';
  /** When the trigger's version went live. */
  readonly liveSince: Date;
  /** When the last complete poll of the system ended; null for webhooks and before the first poll. */
  readonly polledAt: Date | null;
  /** The poll interval in milliseconds; null for webhooks. */
  readonly everyMs: number | null;
  readonly failureMessage: string | null;
  readonly failingSince: Date | null;
  readonly restartedAt: Date | null;
  readonly restartedFrom: Date | null;
  readonly hookRefusedAt: Date | null;
  readonly hookRefusal: string | null;
  readonly waiting: { readonly count: number; readonly oldestAt: Date; readonly reason: string | null } | null;
}

const minuteMs = 60_000;
/** How long a restart is reported: changes may be missing if the system keeps them for a limited time. */
const restartToldMs = 24 * 60 * minuteMs;
const patienceMs = 5 * minuteMs;

/** What is wrong with a trigger, in a sentence for the overview; undefined if nothing is. */
export function troubleOf(facts: TriggerFacts, now: Date): string | undefined {
  const { failureMessage, waiting, restartedAt, restartedFrom, hookRefusal, polledAt, everyMs, liveSince } = facts;
  if (failureMessage !== null) return `cannot look for changes: ${failureMessage}`;
  if (facts.kind === 'webhook' && hookRefusal !== null) return `its webhooks are refused: ${hookRefusal}`;
  if (everyMs !== null) {
    const sinceMs = now.getTime() - (polledAt ?? liveSince).getTime();
    if (sinceMs > Math.max(3 * everyMs, patienceMs)) return 'has not been looked after for longer than it should';
  }
  if (waiting !== null && now.getTime() - waiting.oldestAt.getTime() > patienceMs) {
    const events = waiting.count === 1 ? '1 event waits' : `${waiting.count} events wait`;
    return `${events} for the record to be read${waiting.reason === null ? '' : `: ${waiting.reason}`}`;
  }
  if (restartedAt !== null && now.getTime() - restartedAt.getTime() < restartToldMs) {
    const from = restartedFrom === null ? '' : ` from ${restartedFrom.toISOString()}`;
    return `the system had lost our place, and changes were read again${from}; look whether any are missing`;
  }
  return undefined;
}
