/** What a reply says about the vendor's limits. */
export interface RateReading {
  /** Do not call again before this many milliseconds have passed. */
  readonly pauseMs?: number | undefined;
  /** Requests left until `resetMs` has passed. */
  readonly remaining?: number | undefined;
  readonly resetMs?: number | undefined;
  /** Share of a long window's budget that is used, from 0 to 1. It is for daily budgets, which nobody can wait out. */
  readonly usedShare?: number | undefined;
  /** True when the vendor refused the request because of a limit. */
  readonly wasThrottled: boolean;
}

type Headers = Readonly<Record<string, string>>;

/** Reads `Retry-After` (RFC 9110), `RateLimit` and `RateLimit-*` (IETF drafts, old and new) and their `X-` forms. */
export function readRateHeaders(status: number, headers: Headers, nowMs: number): RateReading {
  const pauseMs = readRetryAfter(headers['retry-after'], nowMs);
  const remaining = readNumber(headers, ['ratelimit-remaining', 'x-ratelimit-remaining']) ?? readPart(headers, 'r');
  const resetSeconds = readNumber(headers, ['ratelimit-reset', 'x-ratelimit-reset']) ?? readPart(headers, 't');
  return {
    wasThrottled: status === 429,
    pauseMs,
    remaining,
    resetMs: resetSeconds === undefined ? undefined : toDelayMs(resetSeconds, nowMs),
  };
}

/** Seconds, or an HTTP date. */
export function readRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

function readNumber(headers: Headers, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = Number.parseFloat(headers[name] ?? '');
    if (Number.isFinite(value)) return value;
  }
  return undefined;
}

/** `RateLimit: "default";r=50;t=30` of the newer drafts. */
function readPart(headers: Headers, key: 'r' | 't'): number | undefined {
  const match = new RegExp(`(?:^|;)\\s*${key}=(\\d+)`).exec(headers['ratelimit'] ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** Some vendors give a point in time in seconds since 1970 instead of a delay. */
function toDelayMs(resetSeconds: number, nowMs: number): number {
  const isInstant = resetSeconds > 1_000_000_000;
  return Math.max(0, isInstant ? resetSeconds * 1000 - nowMs : resetSeconds * 1000);
}
