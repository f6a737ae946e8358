import { objectOf, type Container } from './object-of.ts';
import type { EntrySyntax, SyntaxNode } from './syntax-node.ts';

/** How far a path of keys leads into a mapping. */
export interface TargetPlace {
  /** The object that has, or would have, the next key. Undefined when there is no object constructor at this point. */
  readonly container: Container | undefined;
  /** The keys that were found. `entries` are those of the last one, if the whole path was found. */
  readonly depth: number;
  /** Several if the key is written more than once. */
  readonly entries: readonly EntrySyntax[];
}

/** Follows the keys of a target field, through anything that may surround object constructors. */
export function findTarget(root: SyntaxNode, target: readonly string[]): TargetPlace {
  let built = objectOf({ node: root, bindings: undefined });
  let depth = 0;
  for (;;) {
    const key = target[depth];
    const entries = built?.container.entries.filter((entry) => keyOf(entry) === key) ?? [];
    const [first] = entries;
    if (built === undefined || first === undefined) return { container: built?.container, depth, entries };
    depth += 1;
    if (depth === target.length || entries.length > 1) return { container: built.container, depth, entries };
    built = objectOf({ node: first.value, bindings: built.bindings });
  }
}

/** The key of an entry if it is a literal. Computed keys are only known at run time. */
export function keyOf({ key }: EntrySyntax): string | undefined {
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
}
