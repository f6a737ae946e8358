import type { DrawnLine } from './drawn-lines.ts';

/** A function or value map in front of a target field. The lines of all its sources meet there. */
export interface LineNode {
  readonly key: string;
  /** Row of the target field. */
  readonly target: number;
  readonly kind: 'function' | 'lookup';
  readonly name: string;
  /** Its position in front of the field, counted from there. */
  readonly slot: number;
}

/** More functions in front of one field would not leave any room for the lines. */
const maxSlots = 2;

/** Functions and value maps are drawn once per target field, right in front of it, where no two of them overlap. */
export function lineNodes(lines: readonly DrawnLine[]): LineNode[] {
  const nodes = new Map<string, LineNode>();
  const taken = new Map<number, number>();
  for (const line of lines) {
    const key = nodeKeyOf(line);
    if (key === undefined || nodes.has(key)) continue;
    const target = line.target ?? 0;
    const slot = taken.get(target) ?? 0;
    if (slot >= maxSlots) continue;
    taken.set(target, slot + 1);
    nodes.set(key, {
      key,
      target,
      kind: line.kind === 'lookup' ? 'lookup' : 'function',
      name: line.through ?? '',
      slot,
    });
  }
  return [...nodes.values()];
}

/** The key of the node to which a line leads, if there is one. */
export function nodeKeyOf({ target, kind, through }: DrawnLine): string | undefined {
  const hasNode = target !== undefined && through !== undefined && (kind === 'function' || kind === 'lookup');
  return hasNode ? `${target} ${kind} ${through}` : undefined;
}

/** Names are only shown where there is room for lines beside them. */
const namedFrom = 190;
const symbolWidth = 20;
const longestName = 13;

export const isNamedAt = (width: number): boolean => width >= namedFrom;

export const nodeLabel = ({ name }: LineNode): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;

/** In pixels, at a distance between the trees. */
export const nodeWidth = (node: LineNode, width: number): number =>
  isNamedAt(width) ? symbolWidth + 6 + nodeLabel(node).length * 6.2 : symbolWidth;
