import type { FieldRef } from './picking-state.ts';

/** A field of one of the trees, as it is in the URL: `target:value.amount`. */
export const fieldInUrl = (field: FieldRef | undefined): string =>
  field === undefined ? '' : `${field.side}:${field.id}`;

/** Undefined for a text that names no field. */
export function fieldFromUrl(text: string): FieldRef | undefined {
  const [, side, id] = /^(source|target):(.+)$/s.exec(text) ?? [];
  return id !== undefined && (side === 'source' || side === 'target') ? { side, id } : undefined;
}
