import type { Value } from './value.ts';

/** The unit of a figure, if all of its possible types share one. */
export function unitOf({ types }: Value): string | undefined {
  const units = types.map((type) => (type.kind === 'number' || type.kind === 'string' ? type.unit : undefined));
  return units.every((unit) => unit === units[0]) ? units[0] : undefined;
}
