import type { Value } from './value.ts';

/** What a figure counts, where all it may be counts the same. */
export function unitOf({ types }: Value): string | undefined {
  const units = types.map((type) => (type.kind === 'number' || type.kind === 'string' ? type.unit : undefined));
  return units.every((unit) => unit === units[0]) ? units[0] : undefined;
}
