import { fieldsBuiltOnce, isSingleValue, refusalOf } from '@throughline/core/mapping/fields';
import { fieldIdOf } from '../field-id.ts';
import type { Shapes } from '../use-shapes.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { FieldRef, Side } from './picking-state.ts';

/**
 * Tells why a field cannot be connected with the one that is held; undefined if it can, or if none is held. Each answer
 * is found once, because rows are rendered often.
 */
export function refusals(
  held: FieldRef | undefined,
  text: string,
  trees: MapperTrees,
  shapes: Shapes,
): (side: Side, id: string) => string | undefined {
  const built = held === undefined ? new Set<string>() : new Set(fieldsBuiltOnce(text).map(fieldIdOf));
  const known = new Map<string, string | undefined>();
  return (side, id) => {
    if (held === undefined || held.side === side) return undefined;
    if (!known.has(id)) {
      known.set(
        id,
        side === 'target'
          ? refusal(held.id, id, { built, trees, shapes })
          : refusal(id, held.id, { built, trees, shapes }),
      );
    }
    return known.get(id);
  };
}

interface Known {
  /** Target fields that the text builds once: any value can decide whether they are there. */
  readonly built: ReadonlySet<string>;
  readonly trees: MapperTrees;
  readonly shapes: Shapes;
}

function refusal(source: string, target: string, { built, trees, shapes: { scope } }: Known): string | undefined {
  const { context: sourceRoot = {}, target: targetRoot = {} } = scope;
  const from = trees.source.byId.get(source)?.schema;
  const to = trees.target.byId.get(target)?.schema;
  if (from === undefined || to === undefined) return undefined;
  const canDecide = built.has(target) && isSingleValue(from, sourceRoot);
  return canDecide ? undefined : refusalOf(from, sourceRoot, to, targetRoot);
}
