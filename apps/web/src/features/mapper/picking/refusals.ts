import { refusalOf } from '@throughline/core/mapping/fields';
import type { Shapes } from '../use-shapes.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { FieldRef, Side } from './picking-state.ts';

/**
 * Tells why a field cannot be connected with the one that is held; undefined if it can, or if none is held. Each answer
 * is found once, because rows are rendered often.
 */
export function refusals(
  held: FieldRef | undefined,
  trees: MapperTrees,
  shapes: Shapes,
): (side: Side, id: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (side, id) => {
    if (held === undefined || held.side === side) return undefined;
    if (!known.has(id)) {
      known.set(id, side === 'target' ? refusal(held.id, id, trees, shapes) : refusal(id, held.id, trees, shapes));
    }
    return known.get(id);
  };
}

function refusal(source: string, target: string, trees: MapperTrees, { scope }: Shapes): string | undefined {
  const { context: sourceRoot = {}, target: targetRoot = {} } = scope;
  const from = trees.source.byId.get(source)?.schema;
  const to = trees.target.byId.get(target)?.schema;
  return from === undefined || to === undefined ? undefined : refusalOf(from, sourceRoot, to, targetRoot);
}
