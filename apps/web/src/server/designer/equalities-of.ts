import { parseMapping, type SyntaxNode } from '@throughline/core/mapping/syntax';

type Plain = string | number | boolean;

/**
 * What a trigger's condition demands of single fields of its record, `{ StageName: 'Closed Won' }`: the equalities that
 * all have to hold. Only these can be left to a system's own search; the condition itself says the rest.
 */
export function equalitiesOf(condition: string | undefined): Readonly<Record<string, Plain>> {
  if (condition === undefined) return {};
  const { tree, errors } = parseMapping(condition);
  return errors.length > 0 ? {} : Object.fromEntries(demandedBy(tree.root));
}

function demandedBy(node: SyntaxNode): [string, Plain][] {
  if (node.kind === 'block' && node.expressions.length === 1) return node.expressions.flatMap(demandedBy);
  if (node.kind !== 'binary') return [];
  if (node.operator === 'and') return [...demandedBy(node.left), ...demandedBy(node.right)];
  if (node.operator !== '=') return [];
  const [field, value] = [fieldOf(node.left) ?? fieldOf(node.right), plainOf(node.right) ?? plainOf(node.left)];
  return field === undefined || value === undefined ? [] : [[field, value]];
}

/** `StageName` and `$trigger.StageName` are both a field of the record, which is the input of a condition as well. */
function fieldOf(node: SyntaxNode): string | undefined {
  if (node.kind === 'name') return node.name;
  const isOfTrigger =
    node.kind === 'binary' && node.operator === '.' && node.left.kind === 'variable' && node.left.name === 'trigger';
  return isOfTrigger && node.right.kind === 'name' ? node.right.name : undefined;
}

const plainOf = (node: SyntaxNode): Plain | undefined =>
  node.kind === 'literal' && node.value !== null ? node.value : undefined;
