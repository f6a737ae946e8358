import { startsWith } from '../starts-with.ts';
import { outlineEntries, readOutline, type MappingOutline, type OutlineObject } from './outline.ts';

/** The objects that a text, or what was read of it, builds around a target field, outermost first. */
export function objectsAround(mapping: string | MappingOutline, target: readonly string[]): readonly OutlineObject[] {
  const { object } = typeof mapping === 'string' ? readOutline(mapping) : mapping;
  if (object === undefined) return [];
  const inside = outlineEntries(object).flatMap((entry) => (entry.object === undefined ? [] : [entry.object]));
  return [object, ...inside].filter(({ path }) => path.length < target.length && startsWith(target, path));
}
