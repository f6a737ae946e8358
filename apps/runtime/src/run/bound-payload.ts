import type { BoundedPayload } from '@throughline/core/db/words/bounded-payload';

/** Largest payload stored with a step run, in characters of JSON. */
export const maxPayloadLength = 64_000;

/** Characters that are kept of a larger one. */
const startLength = 2_000;

/** A payload as it is stored for people to look at: complete, or its beginning when it is too big. */
export function boundPayload(value: unknown, limit = maxPayloadLength): unknown {
  if (value === undefined) return null;
  if (isWithin(value, limit)) return value;
  const start = (JSON.stringify(beginningOf(value, { left: startLength })) ?? 'null').slice(0, startLength);
  return { $bounded: true, longerThan: limit, start: start.toWellFormed() } satisfies BoundedPayload;
}

/** Measures a value while it is written, so that it costs no more than the limit, whatever the value's size. */
function isWithin(value: unknown, limit: number): boolean {
  let length = 0;
  function measured(this: unknown, key: string, member: unknown): unknown {
    if (member === undefined) return member;
    length += (Array.isArray(this) ? 0 : key.length) + (typeof member === 'string' ? member.length : 1);
    if (length > limit) throw new TooLong();
    return member;
  }
  try {
    return (JSON.stringify(value, measured) ?? 'null').length <= limit;
  } catch (error) {
    if (error instanceof TooLong) return false;
    throw error;
  }
}

class TooLong extends Error {}

/** A copy with as many texts and values as there are characters left. Its JSON begins like that of the whole value. */
function beginningOf(value: unknown, budget: { left: number }): unknown {
  if (typeof value === 'string') return cut(value, budget);
  budget.left -= 1;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if (budget.left <= 0) break;
      items.push(beginningOf(item, budget));
    }
    return items;
  }
  const members: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (budget.left <= 0) break;
    if (member !== undefined) members.push([cut(key, budget), beginningOf(member, budget)]);
  }
  return Object.fromEntries(members);
}

function cut(text: string, budget: { left: number }): string {
  const start = text.slice(0, Math.max(0, budget.left));
  budget.left -= text.length;
  return start;
}
