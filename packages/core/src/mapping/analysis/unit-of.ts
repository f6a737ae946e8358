import type { Value } from './value.ts';

/** Gives the unit of a figure, if all types that it may have share one. */
export function unitOf({ types }: Value): string | undefined {
  const units = types.map((type) => (type.kind === 'number' || type.kind === 'string' ? type.unit : undefined));
  return units.every((unit) => unit === units[0]) ? units[0] : undefined;
}
