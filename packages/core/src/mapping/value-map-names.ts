import { nodesOf } from './analysis/parts-of.ts';
import { readIr } from './read-ir.ts';
import type { Ir } from './syntax/ir.ts';

/**
 * Names of the value maps that a mapping or expression looks up with `$valueMap("name", …)`, sorted. A name that is
 * computed cannot be known beforehand and is not listed: at run time it fails as `VALUE_MAP_UNKNOWN`.
 * @throws MappingError (phase `parse`)
 */
export function valueMapNames(text: string): readonly string[] {
  return valueMapNamesIn([...nodesOf(readIr(text))]);
}

/** The same for expressions that are at hand already. */
export function valueMapNamesIn(nodes: readonly Ir[]): readonly string[] {
  const names = nodes.flatMap((node) => {
    if (node.kind !== 'call' && node.kind !== 'partial') return [];
    const [name] = node.args;
    const isLookup = node.callee.kind === 'variable' && node.callee.name === 'valueMap';
    return isLookup && name?.kind === 'literal' && typeof name.value === 'string' ? [name.value] : [];
  });
  return [...new Set(names)].toSorted();
}
