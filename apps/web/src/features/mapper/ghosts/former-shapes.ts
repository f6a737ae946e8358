import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { resolveSchema, type SchemaSources } from '@throughline/core/mapping/resolve-schema';
import type { FormerShapes } from './ghost-work.ts';

/**
 * The shapes that the mapping had before its present ones since it was opened. A side whose shape was never another one
 * has none, whatever it was called.
 */
export function formerShapes(
  past: readonly MappingDocument[],
  present: Pick<MappingDocument, 'source' | 'target'>,
  sources: SchemaSources,
): FormerShapes {
  const before = (side: 'source' | 'target'): JsonSchema | undefined => {
    // Most edits change the text alone, so they share the reference or at least what it says.
    const same = new Set([JSON.stringify(present[side])]);
    let last = present[side];
    let now: string | undefined;
    for (const document of past.toReversed()) {
      const reference = document[side];
      if (reference === last) continue;
      last = reference;
      const key = JSON.stringify(reference);
      if (same.has(key)) continue;
      const { schema } = resolveSchema(reference, sources);
      const text = JSON.stringify(schema);
      now ??= JSON.stringify(resolveSchema(present[side], sources).schema);
      // An open shape names no fields, so it does not tell what was there.
      if (text !== now && text !== '{}') return schema;
      same.add(key);
    }
    return undefined;
  };
  const [source, target] = [before('source'), before('target')];
  return { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) };
}
