import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import { resolveSchema, type SchemaSources } from '@throughline/core/mapping/resolve-schema';
import type { FormerShapes } from './ghost-work.ts';

/** The shapes that the mapping had before its present ones since it was opened; a side that never changed has none. */
export function formerShapes(
  past: readonly MappingDocument[],
  present: Pick<MappingDocument, 'source' | 'target'>,
  sources: SchemaSources,
): FormerShapes {
  const before = (side: 'source' | 'target'): SchemaRef | undefined => {
    const now = JSON.stringify(present[side]);
    return past.findLast((document) => JSON.stringify(document[side]) !== now)?.[side];
  };
  const [source, target] = [before('source'), before('target')];
  return {
    ...(source === undefined ? {} : { source: resolveSchema(source, sources).schema }),
    ...(target === undefined ? {} : { target: resolveSchema(target, sources).schema }),
  };
}
