import { outlineEntries, type MappingOutline } from '@throughline/core/mapping/fields';
import { fieldIdOf } from './field-id.ts';
import { flattenFields, type FieldNode } from './target-fields.ts';

export interface Coverage {
  /** Leaf fields of the target, and how many of them the mapping sets. */
  readonly total: number;
  readonly mapped: number;
  /** Ids of the fields that are set, including containers. */
  readonly covered: ReadonlySet<string>;
  /** Required fields that stay empty although their object is built. */
  readonly missing: readonly FieldNode[];
}

/**
 * Determines which target fields a mapping sets. The text shows where it builds objects. Where it calls something
 * instead, the fields below count as set if lineage knows them or the preview has them (if there is neither, all of
 * them do).
 */
export function coverage(
  targets: readonly FieldNode[],
  outline: MappingOutline,
  preview?: unknown,
  built: ReadonlySet<string> = new Set(),
): Coverage {
  const entries = new Map(outlineEntries(outline.object).map((entry) => [fieldIdOf(entry.path), entry]));
  const covered = new Set<string>();
  const visit = (nodes: readonly FieldNode[], isOpaque: boolean): boolean => {
    let isAny = false;
    for (const node of nodes) {
      const entry = entries.get(node.id);
      const isWritten = entry !== undefined && entry.value.from < entry.value.to;
      const isBelowOpaque = isOpaque && entry === undefined;
      const isFilled = isBelowOpaque && (built.has(node.id) || preview === undefined || hasValue(preview, node.path));
      const isOpaqueBelow = isBelowOpaque ? isFilled : isWritten && entry.object === undefined;
      const isAnyBelow = visit(node.children, isOpaqueBelow);
      if (isFilled || (isWritten && (entry.object === undefined || isAnyBelow || node.children.length === 0))) {
        covered.add(node.id);
        isAny = true;
      }
    }
    return isAny;
  };
  visit(targets, outline.object === undefined && preview !== undefined);
  const all = flattenFields(targets);
  const leaves = all.filter(({ children }) => children.length === 0);
  return {
    total: leaves.length,
    mapped: leaves.filter(({ id }) => covered.has(id)).length,
    covered,
    missing: all.filter((node) => node.isRequired && !covered.has(node.id) && isParentBuilt(node, covered)),
  };
}

function isParentBuilt({ path }: FieldNode, covered: ReadonlySet<string>): boolean {
  return path.length === 1 || covered.has(fieldIdOf(path.slice(0, -1)));
}

/** True if the value has anything at a path; in lists, if any item has. */
export function hasValue(value: unknown, path: readonly string[]): boolean {
  return valuesAt(value, path).length > 0;
}

/** Values at a path, including those inside lists; nulls are left out. */
export function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (value === undefined || value === null) return [];
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, [name, ...rest]));
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], rest);
}
