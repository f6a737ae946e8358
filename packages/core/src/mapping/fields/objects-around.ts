import { readOutline, type MappingOutline, type OutlineObject } from './outline.ts';

/** The objects that a text, or what was read of it, builds around a target field, outermost first. */
export function objectsAround(mapping: string | MappingOutline, target: readonly string[]): readonly OutlineObject[] {
  const { object } = typeof mapping === 'string' ? readOutline(mapping) : mapping;
  const found: OutlineObject[] = [];
  // Only the way to the field is followed, because a table asks for each of its fields. A name may be there twice.
  for (let level = object === undefined || target.length === 0 ? [] : [object]; level.length > 0;) {
    found.push(...level);
    const depth = found.at(-1)?.path.length ?? 0;
    if (depth + 1 >= target.length) break;
    level = level.flatMap(({ entries }) => inside(entries, target[depth]));
  }
  return found;
}

const inside = (entries: OutlineObject['entries'], name: string | undefined): OutlineObject[] =>
  entries.flatMap((entry) => (entry.name === name && entry.object !== undefined ? [entry.object] : []));
