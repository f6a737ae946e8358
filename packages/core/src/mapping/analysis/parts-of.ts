import type { EntryIr, Ir } from '../syntax/ir.ts';

/** The expressions directly inside one, in the order in which they are evaluated. */
export function partsOf(ir: Ir): Ir[] {
  const parts = ownPartsOf(ir);
  if (ir.predicates !== undefined) for (const { predicate } of ir.predicates) parts.push(predicate);
  if (ir.stages !== undefined) for (const stage of ir.stages) if (stage.kind === 'filter') parts.push(stage.predicate);
  if (ir.group !== undefined) addEntries(ir.group.entries, parts);
  return parts;
}

/** An expression and all that is inside it, outer ones first. */
export function* nodesOf(ir: Ir): Generator<Ir, void, undefined> {
  // Avoids recursion, because each node of a deep expression would be passed up through all levels.
  const open = [ir];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    // Pushes one by one, because the entries of a long list would not fit on the stack as arguments of a call.
    for (const part of partsOf(node).toReversed()) open.push(part);
  }
}

/** Counts the expressions that an expression is made of, itself included. */
export function countNodes(ir: Ir): number {
  let count = 1;
  for (const part of partsOf(ir)) count += countNodes(part);
  return count;
}

function ownPartsOf(ir: Ir): Ir[] {
  switch (ir.kind) {
    case 'path':
      return [...ir.steps];
    case 'array':
      return [...ir.items];
    case 'object':
      return addEntries(ir.entries, []);
    case 'negate':
      return [ir.operand];
    case 'binary':
    case 'apply':
    case 'default':
      return [ir.left, ir.right];
    case 'range':
      return [ir.from, ir.to];
    case 'bind':
      return [ir.value];
    case 'call':
    case 'partial':
      return [ir.callee, ...ir.args];
    case 'lambda':
      return [ir.body];
    case 'conditional':
      return ir.whenFalse === undefined ? [ir.condition, ir.whenTrue] : [ir.condition, ir.whenTrue, ir.whenFalse];
    case 'block':
      return [...ir.expressions];
    case 'transform':
      return ir.remove === undefined ? [ir.pattern, ir.update] : [ir.pattern, ir.update, ir.remove];
    case 'sort':
      return ir.terms.map(({ expression }) => expression);
    case 'literal':
    case 'name':
    case 'variable':
    case 'wildcard':
    case 'descendant':
    case 'parent':
    case 'regex':
    case 'placeholder':
    case 'missing':
      return [];
  }
}

function addEntries(entries: readonly EntryIr[], parts: Ir[]): Ir[] {
  for (const { key, value } of entries) parts.push(key, value);
  return parts;
}
