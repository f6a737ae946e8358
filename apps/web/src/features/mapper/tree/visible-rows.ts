import type { FieldNode } from '../target-fields.ts';

export interface FieldRow {
  readonly node: FieldNode;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Absent for leaf fields. */
  readonly isOpen?: boolean;
}

/** The lines of a field tree, without the contents of collapsed containers. */
export function visibleRows(nodes: readonly FieldNode[], closed: ReadonlySet<string>, level = 1): FieldRow[] {
  return nodes.flatMap((node, index): FieldRow[] => {
    const row = { node, level, position: index + 1, setSize: nodes.length };
    if (node.children.length === 0) return [row];
    const isOpen = !closed.has(node.id);
    return [{ ...row, isOpen }, ...(isOpen ? visibleRows(node.children, closed, level + 1) : [])];
  });
}

/** Where an arrow key moves, and what it expands or collapses. */
export interface TreeStep {
  readonly index?: number;
  readonly toggle?: string;
}

export function treeStep(rows: readonly FieldRow[], index: number, key: string): TreeStep | undefined {
  const row = rows[index];
  switch (key) {
    case 'ArrowDown':
      return { index: Math.min(rows.length - 1, index + 1) };
    case 'ArrowUp':
      return { index: Math.max(0, index - 1) };
    case 'Home':
      return { index: 0 };
    case 'End':
      return { index: rows.length - 1 };
    case 'ArrowRight':
      if (row?.isOpen === undefined) return {};
      return row.isOpen ? { index: index + 1 } : { toggle: row.node.id };
    case 'ArrowLeft': {
      if (row?.isOpen === true) return { toggle: row.node.id };
      const parent = rows.findLastIndex(({ level }, at) => at < index && level < (row?.level ?? 0));
      return parent < 0 ? {} : { index: parent };
    }
    default:
      return undefined;
  }
}
