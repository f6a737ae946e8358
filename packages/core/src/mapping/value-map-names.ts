import { nodesOf } from './analysis/parts-of.ts';
import { valueMapParameters } from './functions/declared-functions.ts';
import { readIr } from './read-ir.ts';
import type { Ir } from './syntax/ir.ts';

/** Lists the value maps that a text needs. It looks at the text's structure without evaluating it. */
export interface ValueMapUse {
  /** Names given as literals, sorted. */
  readonly names: readonly string[];
  /** True when a name is computed. Only evaluation shows which value map is meant, so it may be any of them. */
  readonly isComputed: boolean;
}

/**
 * Sorted names of the value maps that a mapping or expression uses by a literal name.
 * @throws MappingError (phase `parse`)
 */
export const valueMapNames = (text: string): readonly string[] => valueMapNamesIn(readIr(text));

/** The same for a text that was parsed already. */
export const valueMapNamesIn = (ir: Ir): readonly string[] => valueMapUseIn([...nodesOf(ir)]).names;

/** The same for parsed expressions. Only this function knows how a text names a value map. */
export function valueMapUseIn(nodes: readonly Ir[]): ValueMapUse {
  const names = new Set<string>();
  let isComputed = false;
  const called = new Set<Ir>();
  const applied = new Set<Ir>(nodes.flatMap((node) => (node.kind === 'apply' ? [node.right] : [])));
  for (const node of nodes) {
    if (node.kind !== 'call' && node.kind !== 'partial') continue;
    const place = placeOf(node.callee);
    if (place === undefined) continue;
    called.add(node.callee);
    // `x ~> $valueMap("t")` puts x before the written arguments.
    const use = useIn(node.args, applied.has(node) ? place - 1 : place);
    for (const name of use.names) names.add(name);
    isComputed ||= use.isComputed;
  }
  // Once it is passed on or bound to another name, it can be called with anything.
  isComputed ||= nodes.some((node) => placeOf(node) !== undefined && !called.has(node));
  return { names: [...names].toSorted(), isComputed };
}

const placeOf = (node: Ir): number | undefined =>
  node.kind === 'variable' ? valueMapParameters.get(node.name) : undefined;

function useIn(args: readonly Ir[], place: number): ValueMapUse {
  const computed = { names: [], isComputed: true };
  if (place < 0) return { ...computed, names: literalNames(args[0]) };
  const given = args[place];
  if (given === undefined) return place === 0 ? computed : { names: [], isComputed: false };
  if (given.kind === 'literal') return { names: literalNames(given), isComputed: false };
  // A list contains dates, never the name of a value map.
  return given.kind === 'array' ? { names: [], isComputed: false } : computed;
}

/** Holidays can also be a single date, and no value map has such a name. */
const literalNames = (node: Ir | undefined): readonly string[] =>
  node?.kind === 'literal' && typeof node.value === 'string' && !/^\d{4}-\d\d-\d\d/.test(node.value)
    ? [node.value]
    : [];
