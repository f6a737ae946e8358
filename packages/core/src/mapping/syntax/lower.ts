import { Ancestry } from './ancestry.ts';
import type { ErrorList } from './error-list.ts';
import type { BinaryOperator, EntryIr, Ir, VariableIr } from './ir.ts';
import { lowerFilter, lowerGroup, lowerPath, lowerSort, lowerStepVariable, type Lowering } from './lower-path.ts';
import { markTailCalls } from './mark-tail-calls.ts';
import { parseSignature } from './parse-signature.ts';
import type { EntrySyntax, SyntaxNode } from './syntax-node.ts';
import { withoutKeepArray, type Unmarked } from './without-keep-array.ts';

/**
 * Computes the meaning of a syntax tree. It visits the tree in the reference's order, so that of several errors the one
 * that the reference throws comes first.
 */
export function lower(root: SyntaxNode, errors: ErrorList): Ir {
  const ancestry = new Ancestry(errors);
  const lowering: Lowering = {
    ancestry,
    errors,
    marked: new Set(),
    nesting: { depth: 0 },
    lower: (node) => lowerNode(node, lowering),
  };
  const ir = lowering.lower(root);
  ancestry.finish(ir);
  return ir;
}

/**
 * Deeper trees are refused, so that no recursion over the IR runs out of stack. The parser already limits bracket
 * nesting, so this is for long chains of operators.
 */
const maxDepth = 1000;

function lowerNode(written: SyntaxNode, lowering: Lowering): Ir {
  const { nesting, errors, marked } = lowering;
  if (written.kind === 'keepArray') marked.add(written.marked);
  const node = withoutKeepArray(written);
  if (nesting.depth >= maxDepth) {
    errors.report('TOO_DEEP', node.start, node.end);
    return { kind: 'missing', start: node.start, end: node.end };
  }
  const keepsArray = marked.size > 0 && marked.has(node);
  nesting.depth += 1;
  const ir = lowerKind(node, lowering, keepsArray);
  nesting.depth -= 1;
  if (keepsArray) ir.keepArray = true;
  return ir;
}

function lowerKind(node: Unmarked, lowering: Lowering, keepsArray: boolean): Ir {
  const { start, end } = node;
  switch (node.kind) {
    case 'name':
      return lowerName(node, keepsArray);
    case 'variable':
      return { kind: 'variable', start, end, name: node.name };
    case 'literal':
      return { kind: 'literal', start, end, value: node.value };
    case 'regex':
      return { kind: 'regex', start, end, ...node.value };
    case 'wildcard':
    case 'descendant':
    case 'placeholder':
      return { kind: node.kind, start, end };
    case 'parent':
      return lowering.ancestry.parentAt(node);
    case 'missing':
      lowering.errors.report('S0207', start, end);
      return { kind: 'missing', start, end };
    case 'negate':
      return lowerNegate(node, lowering);
    case 'binary':
      return lowerBinary(node, lowering, keepsArray);
    case 'filter':
      return lowerFilter(node, lowering);
    case 'group':
      return lowerGroup(node, lowering);
    case 'sort':
      return lowerSort(node, lowering);
    default:
      return lowerCompound(node, lowering);
  }
}

function lowerName({ start, end, name }: SyntaxNode & { kind: 'name' }, keepsArray: boolean): Ir {
  return {
    kind: 'path',
    start,
    end,
    steps: [{ kind: 'name', start, end, name, ...(keepsArray && { keepArray: true }) }],
    ...(keepsArray && { keepsSingleton: true }),
  };
}

/** A minus before a number literal belongs to the number. */
function lowerNegate(node: SyntaxNode & { kind: 'negate' }, { ancestry, lower }: Lowering): Ir {
  const { start, end } = node;
  const operand = lower(node.operand);
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    return Object.assign(operand, { start, end, value: -operand.value });
  }
  const ir: Ir = { kind: 'negate', start, end, operand };
  ancestry.pass(ir, operand);
  return ir;
}

function lowerBinary(node: SyntaxNode & { kind: 'binary' }, lowering: Lowering, keepsArray: boolean): Ir {
  if (node.operator === '.') return lowerPath(node, lowering);
  if (node.operator === '@' || node.operator === '#') return lowerStepVariable(node, lowering, keepsArray);
  const { start, end, operatorRange } = node;
  const left = lowering.lower(node.left);
  const right = lowering.lower(node.right);
  const ir = binaryOf(node.operator, left, right, { start, end, operatorRange });
  if (ir.kind === 'apply' && (left.keepArray ?? right.keepArray)) ir.keepArray = true;
  // The reference passes no `%` out of ~>, and only those of the value out of :=.
  if (ir.kind === 'apply') return ir;
  if (ir.kind !== 'bind') lowering.ancestry.pass(ir, left);
  lowering.ancestry.pass(ir, right);
  return ir;
}

type BinaryRanges = Pick<SyntaxNode & { kind: 'binary' }, 'start' | 'end' | 'operatorRange'>;

function binaryOf(operator: string, left: Ir, right: Ir, { start, end, operatorRange }: BinaryRanges): Ir {
  switch (operator) {
    case ':=': {
      const target: VariableIr = left.kind === 'variable' ? left : { ...left, kind: 'variable', name: '' };
      return { kind: 'bind', start, end, target, value: right };
    }
    case '~>':
      return { kind: 'apply', start, end, left, right };
    case '..':
      return { kind: 'range', start, end, from: left, to: right };
    case '??':
    case '?:':
      return { kind: 'default', start, end, operator, left, right };
    default:
      return { kind: 'binary', start, end, operator: operator as BinaryOperator, operatorRange, left, right };
  }
}

type Compound = SyntaxNode & {
  kind: 'array' | 'object' | 'call' | 'lambda' | 'conditional' | 'block' | 'transform';
};

function lowerCompound(node: Compound, lowering: Lowering): Ir {
  const { start, end } = node;
  const { ancestry, lower } = lowering;
  const parts: Ir[] = [];
  const part = (child: SyntaxNode): Ir => {
    const ir = lower(child);
    parts.push(ir);
    return ir;
  };
  const whole = (ir: Ir): Ir => {
    for (const each of parts) ancestry.pass(ir, each);
    return ir;
  };
  switch (node.kind) {
    case 'array':
      return whole({ kind: 'array', start, end, items: node.items.map(part) });
    case 'object':
      return whole({ kind: 'object', start, end, entries: lowerEntries(node.entries, part) });
    case 'call': {
      const args = node.args.map(part);
      const isPartial = args.some(({ kind }) => kind === 'placeholder');
      return whole({ kind: isPartial ? 'partial' : 'call', start, end, args, callee: lower(node.callee) });
    }
    case 'conditional': {
      const [condition, whenTrue] = [part(node.condition), part(node.whenTrue)];
      const whenFalse = node.whenFalse === undefined ? undefined : part(node.whenFalse);
      return whole({ kind: 'conditional', start, end, condition, whenTrue, whenFalse });
    }
    case 'block': {
      const expressions = node.expressions.map(part);
      const isConstructed = expressions.some((ir) => (ir.kind === 'path' ? ir.steps[0] : ir)?.isConstructed === true);
      return whole({ kind: 'block', start, end, expressions, ...(isConstructed && { isConstructed }) });
    }
    case 'lambda':
      return lowerLambda(node, lower);
    case 'transform': {
      const [pattern, update] = [lower(node.pattern), lower(node.update)];
      const remove = node.remove === undefined ? undefined : lower(node.remove);
      return { kind: 'transform', start, end, pattern, update, remove };
    }
  }
}

/** Keys before values, entry by entry. */
export function lowerEntries(entries: readonly EntrySyntax[], part: (node: SyntaxNode) => Ir): EntryIr[] {
  return entries.map(({ start, end, key, value }) => ({ start, end, key: part(key), value: part(value) }));
}

function lowerLambda(node: SyntaxNode & { kind: 'lambda' }, lower: (node: SyntaxNode) => Ir): Ir {
  const { start, end } = node;
  const parameters = node.parameters.flatMap((parameter): VariableIr[] => {
    const variable = withoutKeepArray(parameter);
    if (variable.kind !== 'variable') return [];
    return [{ kind: 'variable', start: variable.start, end: variable.end, name: variable.name }];
  });
  const signature = node.signature && parseSignature(node.signature.definition).signature;
  const body = lower(node.body);
  markTailCalls(body);
  return { kind: 'lambda', start, end, parameters, signature, body };
}
