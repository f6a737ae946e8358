/** The faults that can be played on demand. */
export const FAULT_KINDS = [
  'throttle',
  'server-error',
  'lock',
  'timeout-before',
  'timeout-after-commit',
  'slow',
  'half-open',
  'malformed-body',
  'partial-batch',
  'schema-drift',
  'duplicate-event',
  'out-of-order-events',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultMatch {
  /** HTTP method, any case. Absent: every method. */
  readonly method?: string;
  /** Glob (`*` = any characters) on the decoded path with query. Absent: every path. */
  readonly path?: string;
  /** Glob on the event type, for the event faults. Absent: every event. */
  readonly event?: string;
}

export interface FaultRule {
  readonly kind: FaultKind;
  readonly match?: FaultMatch;
  /** Plays this many times, then is spent. Default 1. */
  readonly count?: number;
  /** Lets this many matching requests pass first. Default 0. */
  readonly skip?: number;
  /** For throttle: the Retry-After header in seconds. Without it, there is no such header. */
  readonly retryAfterSeconds?: number;
  /** server-error: HTTP status, default 503. */
  readonly status?: number;
  /**
   * For slow: milliseconds before the handler runs. For timeout-after-commit: the caller is cut off at once and the
   * handler runs this much later; without it, the handler runs first. For out-of-order-events: the longest time an
   * event is held.
   */
  readonly delayMs?: number;
  /** partial-batch: positions in the batch that fail. Default [0]. */
  readonly indexes?: readonly number[];
  /** partial-batch: the vendor error code to answer with; default is the system's lock error. */
  readonly code?: string;
  /** schema-drift: what happens to every object of the response that has such a field. */
  readonly drift?: SchemaDriftRule;
}

export interface SchemaDriftRule {
  readonly drop?: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
  readonly add?: Readonly<Record<string, unknown>>;
}

export interface Fault extends FaultRule {
  readonly id: string;
  remainingSkip: number;
  remainingCount: number;
}

/** What a fault is matched against: a request, or an event about to be sent. */
export interface FaultSubject {
  readonly method?: string;
  readonly path?: string;
  readonly event?: string;
}

export class FaultPlan {
  #faults: Fault[] = [];
  #nextId = 1;

  add(rule: FaultRule): Fault {
    const id = `fault-${this.#nextId++}`;
    const fault = { ...rule, id, remainingSkip: rule.skip ?? 0, remainingCount: rule.count ?? 1 };
    this.#faults.push(fault);
    return fault;
  }

  list(): Fault[] {
    return [...this.#faults];
  }

  remove(id: string): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter((each) => each.id !== id);
    return this.#faults.length < before;
  }

  clear(): void {
    this.#faults = [];
  }

  /**
   * Returns the first fault of these kinds that applies, and uses it up by one. Spent faults stay listed with
   * remainingCount 0.
   */
  take(kinds: readonly FaultKind[], subject: FaultSubject): Fault | undefined {
    for (const fault of this.#faults) {
      if (fault.remainingCount === 0 || !kinds.includes(fault.kind) || !matches(fault.match, subject)) continue;
      if (fault.remainingSkip > 0) {
        fault.remainingSkip -= 1;
        continue;
      }
      fault.remainingCount -= 1;
      return fault;
    }
    return undefined;
  }
}

export function matches(match: FaultMatch | undefined, subject: FaultSubject): boolean {
  if (match === undefined) return true;
  if (match.method !== undefined && match.method.toUpperCase() !== subject.method?.toUpperCase()) return false;
  return matchesGlob(match.path, subject.path) && matchesGlob(match.event, subject.event);
}

export function matchesGlob(pattern: string | undefined, text: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (text === undefined) return false;
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`, 's').test(text);
}
