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
    const named = built === undefined ? undefined : entriesByKey(built.container.entries);
    const entries = (key === undefined ? undefined : named?.get(key)) ?? [];
    const [first] = entries;
    if (built === undefined || first === undefined) return { container: built?.container, depth, entries };
    depth += 1;
    if (depth === target.length || entries.length > 1) return { container: built.container, depth, entries };
    built = objectOf({ node: first.value, bindings: built.bindings });
  }
}

const byKey = new WeakMap<readonly EntrySyntax[], ReadonlyMap<string, readonly EntrySyntax[]>>();

/** Kept with the entries, because a table asks for thousands of fields of the same object. */
function entriesByKey(entries: readonly EntrySyntax[]): ReadonlyMap<string, readonly EntrySyntax[]> {
  const known = byKey.get(entries);
  if (known !== undefined) return known;
  const found = new Map<string, EntrySyntax[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [entry]);
    else same.push(entry);
  }
  byKey.set(entries, found);
  return found;
}

/** The key of an entry if it is a literal. Computed keys are only known at run time. */
export function keyOf({ key }: EntrySyntax): string | undefined {
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
}
