import { startsWith } from '../starts-with.ts';
import { outlineEntries, readOutline, type OutlineObject } from './outline.ts';

/** The objects that a text builds around a target field, outermost first. */
export function objectsAround(text: string, target: readonly string[]): readonly OutlineObject[] {
  const { object } = readOutline(text);
  if (object === undefined) return [];
  const inside = outlineEntries(object).flatMap((entry) => (entry.object === undefined ? [] : [entry.object]));
  return [object, ...inside].filter(({ path }) => path.length < target.length && startsWith(target, path));
}
