const longest = 60;

/** A value in a few characters; undefined for nothing. */
export function arrivingText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = shown(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? shown(value[0]) : `${value.length} values`;
  if (typeof value === 'string') return value;
  if (isMoney(value)) return `${value.amount} ${value.currency}`;
  return JSON.stringify(value);
}

const isMoney = (value: unknown): value is { readonly amount: string; readonly currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
