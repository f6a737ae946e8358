import { parseMapping } from './compile-mapping.ts';

/**
 * Names of the value maps that a mapping or expression looks up with `$valueMap("name", …)`, sorted. A name that is
 * computed cannot be known beforehand and is not listed: at run time it fails as `VALUE_MAP_UNKNOWN`.
 * @throws MappingError (phase `parse`)
 */
export function valueMapNames(text: string): readonly string[] {
  return valueMapNamesIn(parseMapping(text));
}

/** The same for a syntax tree that is at hand already. */
export function valueMapNamesIn(tree: unknown): readonly string[] {
  const names = new Set<string>();
  collect(tree, names);
  return [...names].toSorted();
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (isCall(node)) {
    const [name] = node.arguments;
    if (name?.type === 'string' && typeof name.value === 'string') names.add(name.value);
  }
  for (const child of Object.values(node)) collect(child, names);
}

interface ValueMapCall {
  readonly arguments: readonly { readonly type?: unknown; readonly value?: unknown }[];
}

function isCall(node: object): node is ValueMapCall {
  const { type, procedure, arguments: list } = node as { type?: unknown; procedure?: unknown; arguments?: unknown };
  if ((type !== 'function' && type !== 'partial') || !Array.isArray(list)) return false;
  return typeof procedure === 'object' && procedure !== null && 'value' in procedure && procedure.value === 'valueMap';
}
