/** Largest payload stored with a step run, in characters of JSON. */
export const maxPayloadLength = 64_000;

export interface BoundedPayload {
  readonly $bounded: true;
  readonly length: number;
  readonly start: string;
}

/** A payload as it is stored for people to look at: complete, or its length and its beginning when it is too big. */
export function boundPayload(value: unknown, limit = maxPayloadLength): unknown {
  if (value === undefined) return null;
  const text = JSON.stringify(value) ?? 'null';
  if (text.length <= limit) return value;
  return { $bounded: true, length: text.length, start: text.slice(0, 2000).toWellFormed() } satisfies BoundedPayload;
}
