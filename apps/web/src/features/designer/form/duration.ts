export type DurationUnit = 'S' | 'M' | 'H' | 'D';

export interface SimpleDuration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** An ISO 8601 duration with one unit, such as PT5M; undefined for composite ones. */
export function parseSimpleDuration(text: string): SimpleDuration | undefined {
  const days = /^P(\d+)D$/.exec(text)?.[1];
  if (days !== undefined) return { amount: Number(days), unit: 'D' };
  const match = /^PT(\d+)([HMS])$/.exec(text);
  const [, amount, unit] = match ?? [];
  return amount === undefined || unit === undefined
    ? undefined
    : { amount: Number(amount), unit: unit as DurationUnit };
}

export const formatSimpleDuration = (amount: number, unit: DurationUnit): string =>
  unit === 'D' ? `P${Math.max(0, Math.round(amount))}D` : `PT${Math.max(0, Math.round(amount))}${unit}`;

const words: Record<DurationUnit, string> = { S: 's', M: 'min', H: 'h', D: 'days' };

/** Readable form: `5 min`, `2 days`; composite durations are shown as they are. */
export function describeDuration(text: string): string {
  const simple = parseSimpleDuration(text);
  if (simple === undefined) return text;
  const word = simple.unit === 'D' && simple.amount === 1 ? 'day' : words[simple.unit];
  return `${simple.amount} ${word}`;
}
